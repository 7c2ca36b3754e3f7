"""The workspaces opened last on this computer."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from netdesk.services.recent_workspaces import MOST, RecentWorkspaces


def made(folder: Path, *names: str) -> list[Path]:
    paths = [folder / f"{name}.netdesk" for name in names]
    for path in paths:
        path.touch()
    return paths


def test_the_one_used_last_is_first_and_each_stands_once(tmp_path: Path) -> None:
    mine, work = made(tmp_path, "Mine", "Work")
    recent = RecentWorkspaces(tmp_path / "config" / "workspaces.json")
    assert recent.newest() is None
    for path in (mine, work, tmp_path / "x" / ".." / "Mine.netdesk", mine):
        recent.note(path)
    assert [one.name for one in recent.all()] == ["Mine", "Work"]
    assert [one.name for one in recent.others(mine)] == ["Work"]
    assert RecentWorkspaces(tmp_path / "config" / "workspaces.json").all() == recent.all()


def test_ten_are_kept(tmp_path: Path) -> None:
    recent = RecentWorkspaces(tmp_path / "workspaces.json")
    for number in range(MOST + 3):
        recent.note(tmp_path / f"{number}.netdesk")
    assert [one.name for one in recent.all()] == [str(number) for number in range(MOST + 2, 2, -1)]


def test_one_that_is_gone_says_so_and_can_be_forgotten(tmp_path: Path) -> None:
    mine, gone = made(tmp_path, "Mine", "Gone")
    recent = RecentWorkspaces(tmp_path / "workspaces.json")
    recent.note(gone)
    recent.note(mine)
    gone.unlink()
    assert [one.is_there for one in recent.all()] == [True, False]
    recent.forget(gone)
    assert [one.name for one in recent.all()] == ["Mine"]
    assert mine.exists()


def test_what_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    recent = RecentWorkspaces(blocked / "workspaces.json")
    recent.note(tmp_path / "Mine.netdesk")
    assert recent.all() == ()
    nothing = RecentWorkspaces(None)
    nothing.note(tmp_path / "Mine.netdesk")
    assert nothing.all() == ()


def test_names_that_are_no_text_come_back_as_they_were(tmp_path: Path) -> None:
    odd = tmp_path / "My w\udcf6rk \u00e9.netdesk"
    recent = RecentWorkspaces(tmp_path / "workspaces.json")
    recent.note(odd)
    assert recent.newest() == odd


@given(
    st.one_of(
        st.binary(max_size=60), st.sampled_from([b'{"workspaces": [1, "", "a\\u0000b", "/x/y"]}', b"[1]"])
    )
)
def test_an_odd_file_is_passed_over(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "workspaces.json"
        file.write_bytes(data)
        recent = RecentWorkspaces(file)
        assert [str(one.path) for one in recent.all()] in ([], ["/x/y"])
        recent.note(Path(folder) / "Mine.netdesk")
        assert recent.all()[0].name == "Mine"
