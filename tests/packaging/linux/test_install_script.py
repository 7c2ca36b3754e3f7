"""install.sh: into a home of any name, over an older version, and away again with nothing left but what is not ours."""

import os
import select
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.support.installer_code import installer_code
from tests.support.linux_bundles import linux_bundle, needs, on_linux, tree_of

tarball = installer_code("linux.tarball")
SCRIPT = installer_code("linux.desktop_files").TEXTS / "install.sh"
pytestmark = on_linux
HOMES = ["Zoë Ünal's home", 'a "quoted" $HOME `dir` \\ 50%', "plain"]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive as a person unpacks it, in a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("down loads")
    return unpack(folder, "0.1.0")


def unpack(folder: Path, version: str, program: str = "") -> Path:
    bundle = linux_bundle(folder / "bundle", program or f"#!/bin/sh\necho NetDesk {version}\n", version)
    with tarfile.open(tarball.make_tarball(bundle, folder, folder / "work")) as archive:
        archive.extractall(folder, filter="tar")
    return folder / f"netdesk-{version}"


def run(script: Path, home: Path, *arguments: str, code: int = 0, **variables: str) -> str:
    """Run the script by the plainest shell there is; returns all it said."""
    around = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C", **variables}
    done = subprocess.run(
        ["/bin/sh", str(script), *arguments],
        env=around,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def home_of(tmp_path: Path, name: str = HOMES[0]) -> Path:
    """A home in which a person has a workspace already."""
    home = tmp_path / name
    kept = home / ".local" / "share" / "netdesk" / "My network.netdesk"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"everybody I know")
    return home


def exec_argument(value: str) -> str:
    """The program an Exec line starts, read by the rules of the desktop entry specification."""
    line = value.removeprefix("env ").replace("\\\\", "\\")
    assert line.startswith('"')
    read, rest = "", line[1:]
    while not rest.startswith('"'):
        if rest.startswith("\\"):
            rest = rest[1:]
        read, rest = read + rest[0], rest[1:]
    assert rest == '" %F'
    return read.replace("%%", "%")


@pytest.mark.parametrize("name", HOMES)
def test_it_installs_and_its_entry_starts_it(unpacked: Path, tmp_path: Path, name: str) -> None:
    home = home_of(tmp_path, name)
    told = run(unpacked / "install.sh", home)
    command = home / ".local" / "bin" / "netdesk"
    assert f"installed in {home}/.local" in told
    assert f"add {home}/.local/bin to your PATH" in told
    assert subprocess.run([command], capture_output=True, text=True, check=True).stdout == "NetDesk 0.1.0\n"
    entry = (home / ".local/share/applications/netdesk.desktop").read_text()
    line = next(line for line in entry.splitlines() if line.startswith("Exec="))
    assert exec_argument(line.removeprefix("Exec=")) == str(command)
    assert (home / ".local/share/icons/hicolor/256x256/apps/netdesk.png").is_file()
    assert (home / ".local/share/man/man1/netdesk.1.gz").is_file()
    assert (home / ".local/share/mime/packages/netdesk.xml").is_file()


@needs("desktop-file-validate")
def test_the_entry_of_an_odd_home_is_valid(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    run(unpacked / "install.sh", home)
    entry = home / ".local/share/applications/netdesk.desktop"
    told = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "")


@needs("gio")
@pytest.mark.parametrize("name", HOMES)
def test_the_desktop_itself_starts_it_with_a_file(tmp_path: Path, name: str) -> None:
    heard = tmp_path / "heard"
    os.mkfifo(heard)
    unpacked = unpack(tmp_path, "0.1.0", f"#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\" >'{heard}'\n")
    home = home_of(tmp_path, name)
    run(unpacked / "install.sh", home)
    entry = home / ".local/share/applications/netdesk.desktop"
    card = home / "a card.vcf"
    card.touch()
    # Opened for both, so that it opens at once, and reading waits until the program has said what it was given.
    with heard.open("r+b", buffering=0) as pipe:
        subprocess.run(["gio", "launch", str(entry), str(card)], check=True, capture_output=True)
        assert select.select([pipe], [], [], 30)[0], "the program was never started"
        told = os.read(pipe.fileno(), 10_000).decode()
    assert told.splitlines() == [str(home / ".local/bin/netdesk"), str(card)]


@pytest.mark.parametrize("name", HOMES)
def test_the_command_that_removes_it_can_be_typed_as_it_is_told(
    unpacked: Path, tmp_path: Path, name: str
) -> None:
    home = home_of(tmp_path, name)
    told = run(unpacked / "install.sh", home)
    command = told.strip().splitlines()[-1].removeprefix("To remove it: ")
    removed = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)
    assert "is removed" in removed.stdout
    assert not (home / ".local" / "lib").exists()


def test_removing_it_leaves_the_home_as_it_was(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    (home / ".local/share/applications").mkdir()
    (home / ".local/share/applications/other.desktop").write_text("[Desktop Entry]\n")
    before = tree_of(home)
    run(unpacked / "install.sh", home)
    # The copy beside the program removes it, as the folder it came from is thrown away by most.
    told = run(home / ".local/lib/netdesk/install.sh", home, "--uninstall")
    assert "is removed" in told
    after = tree_of(home)
    after.pop(".local/share/applications/mimeinfo.cache", None)  # the desktop's own, of the other program
    assert after == before


def test_a_newer_version_takes_the_place_of_the_older_one(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    run(unpacked / "install.sh", home)
    program = home / ".local" / "lib" / "netdesk"
    newer = unpack(tmp_path, "0.2.0")
    (newer / "netdesk" / "_internal" / "resources" / "themes" / "light.toml").unlink()
    names = (newer / "files-program").read_text().replace("_internal/resources/themes/light.toml\n", "")
    (newer / "files-program").write_text(names)
    run(newer / "install.sh", home)
    said = subprocess.run([home / ".local/bin/netdesk"], capture_output=True, text=True, check=True).stdout
    assert said == "NetDesk 0.2.0\n"
    assert not (program / "_internal" / "resources" / "themes" / "light.toml").exists()
    assert [path.name for path in program.parent.iterdir()] == ["netdesk"]


def test_what_somebody_put_beside_the_program_is_kept(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    run(unpacked / "install.sh", home)
    mine = home / ".local" / "lib" / "netdesk" / "_internal" / "My network.netdesk"
    mine.write_bytes(b"kept in an odd place")
    told = run(unpacked / "install.sh", home, "--uninstall")
    assert "Kept" in told
    assert mine.read_bytes() == b"kept in an odd place"
    assert [path for path in (home / ".local/lib").rglob("*") if path.is_file()] == [mine]


def test_what_it_did_not_put_there_is_never_written_over(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    other = home / ".local" / "bin" / "netdesk"
    other.parent.mkdir()
    other.write_text("of another way to install")
    assert "did not put it there" in run(unpacked / "install.sh", home, code=1)
    other.unlink()
    folder = home / ".local" / "lib" / "netdesk"
    folder.mkdir(parents=True)
    (folder / "notes").write_text("mine")
    before = tree_of(home)
    assert "did not install" in run(unpacked / "install.sh", home, code=1)
    assert "is not installed" in run(unpacked / "install.sh", home, "--uninstall", code=1)
    assert tree_of(home) == before


def test_a_folder_that_is_named_is_used_from_wherever(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    told = run(unpacked / "install.sh", home, "--prefix", "my programs")
    assert f"installed in {home}/my programs" in told
    assert (home / "my programs" / "share" / "applications" / "netdesk.desktop").is_file()
    assert not (home / ".local" / "lib").exists()
    run(home / "my programs" / "lib" / "netdesk" / "install.sh", home, "--uninstall")
    assert not (home / "my programs").exists()


def test_a_folder_for_data_elsewhere_is_heeded_and_remembered(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    before = tree_of(home)
    data = home / "all my data"
    run(unpacked / "install.sh", home, XDG_DATA_HOME=str(data))
    assert (data / "applications" / "netdesk.desktop").is_file()
    assert not (home / ".local" / "share" / "applications").exists()
    run(home / ".local/lib/netdesk/install.sh", home, "--uninstall")
    assert [path for path in data.rglob("*") if path.is_file()] == []
    shutil.rmtree(data, ignore_errors=True)
    assert tree_of(home) == before


def test_without_a_home_it_asks_where_to(unpacked: Path, tmp_path: Path) -> None:
    told = run(unpacked / "install.sh", home_of(tmp_path), code=2, HOME="")
    assert "HOME is not set" in told


def test_a_copy_that_fails_leaves_the_old_one_in_its_place(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    run(unpacked / "install.sh", home)
    before = tree_of(home)
    newer = unpack(tmp_path, "0.2.0")
    shutil.rmtree(newer / "netdesk")
    assert "Nothing was changed" in run(newer / "install.sh", home, code=1)
    assert tree_of(home) == before


def test_a_full_disk_is_told_once(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    tools = tmp_path / "tools"
    tools.mkdir()
    complaint = "cp: error writing 'lib: %s': No space left on device"
    (tools / "cp").write_text(f'#!/bin/sh\nprintf "{complaint}\\n" 1 2 3 >&2\nexit 1\n', encoding="utf-8")
    (tools / "cp").chmod(0o755)
    told = run(unpacked / "install.sh", home, code=1, PATH=f"{tools}:{os.environ['PATH']}")
    assert (
        told
        == f"NetDesk could not be copied to {home}/.local: No space left on device. Nothing was changed.\n"
    )
    assert not (home / ".local" / "lib" / "netdesk.new").exists()


def test_wrong_use_is_told(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    script = unpacked / "install.sh"
    assert "--uninstall" in run(script, home, "--help")
    assert "--prefix FOLDER" in run(script, home, "--anything", code=2)
    assert "needs a folder" in run(script, home, "--prefix", code=2)
    assert "line break" in run(script, home, "--prefix", "two\nlines", code=2)
    run(script, home)
    assert "you downloaded" in run(home / ".local/lib/netdesk/install.sh", home, code=2)


def test_a_place_that_cannot_be_written_is_told(unpacked: Path, tmp_path: Path) -> None:
    home = home_of(tmp_path)
    (home / "taken").write_text("a file where a folder would have to be")
    assert "cannot be written" in run(unpacked / "install.sh", home, "--prefix", "taken", code=1)


def test_the_script_is_plain_shell() -> None:
    done = subprocess.run(["sh", "-n", str(SCRIPT)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@needs("shellcheck")
def test_the_checker_of_scripts_finds_nothing_to_say() -> None:
    done = subprocess.run(
        ["shellcheck", "-s", "sh", str(SCRIPT)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
