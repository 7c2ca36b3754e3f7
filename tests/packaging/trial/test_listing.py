"""What became of a root: nothing that is left behind, taken away or changed is overlooked."""

from pathlib import Path

from tests.support.installer_code import installer_code

listing = installer_code("trial.listing")
person_files = installer_code("trial.person_files")


def plant(top: Path) -> None:
    (top / "usr/share").mkdir(parents=True)
    (top / "usr/share/kept").write_text("as it was", encoding="utf-8")
    (top / "usr/share/link").symlink_to("kept")
    (top / "proc").mkdir()


def test_a_root_that_is_as_before_shows_no_difference(tmp_path: Path) -> None:
    plant(tmp_path)
    before = listing.listing(tmp_path)
    (tmp_path / "proc/1").mkdir()
    assert not listing.difference(before, listing.listing(tmp_path))


def test_what_came_went_and_changed_is_told_apart(tmp_path: Path) -> None:
    plant(tmp_path)
    (tmp_path / "usr/gone").touch()
    before = listing.listing(tmp_path)
    (tmp_path / "usr/gone").unlink()
    (tmp_path / "usr/share/kept").write_text("as it is", encoding="utf-8")
    (tmp_path / "usr/share/link").unlink()
    (tmp_path / "usr/share/link").symlink_to("gone")
    (tmp_path / "usr/left").mkdir()
    (tmp_path / "usr/left/over").touch()
    found = listing.difference(before, listing.listing(tmp_path), ("usr/left/ov*",))
    assert found.come == ("usr/left",)
    assert found.gone == ("usr/gone",)
    assert found.changed == ("usr/share/kept", "usr/share/link")
    assert str(found).startswith("left behind: usr/left; taken away: usr/gone")


def test_rights_are_part_of_what_a_file_is(tmp_path: Path) -> None:
    plant(tmp_path)
    before = listing.listing(tmp_path)
    (tmp_path / "usr/share/kept").chmod(0o600)
    assert listing.difference(before, listing.listing(tmp_path)).changed == ("usr/share/kept",)


def test_what_the_person_made_is_theirs_and_the_program_left_at_home_is_not() -> None:
    home = "home/Zoë Ünal's home"
    after = {f"{home}/.local/share/netdesk/My network.netdesk": "", f"{home}/.local/share/applications/x": ""}
    left = listing.difference({}, after, person_files.OWN)
    assert left.come == (f"{home}/.local/share/applications/x",)
