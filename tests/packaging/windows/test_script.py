"""The installer's script for Windows, read as text: it removes what it brought, by name, and nothing else."""

import re
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pytest

from tests.support.installer_code import installer_code
from tests.support.source_tree import TOP
from tests.support.windows_bundle import FILES, windows_bundle

script = installer_code("windows.script_files")
windows = installer_code("windows.products")
bundle = installer_code("bundle")

ROOM = TOP / "packaging" / "windows"
SOURCES = sorted([*ROOM.glob("*.nsi"), *ROOM.glob("*.nsh")])


def commands() -> list[str]:
    """Every line of the script that does something, without its comment."""
    lines = [line.strip() for source in SOURCES for line in source.read_text(encoding="utf-8").splitlines()]
    return [re.sub(r"\s+;.*$", "", line) for line in lines if line and not line.startswith(";")]


def macro(text: str, name: str) -> list[str]:
    found = re.search(rf"^!macro {name}\n(.*?)^!macroend", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return [line.strip() for line in found[1].splitlines()]


def test_what_is_brought_is_what_is_removed(tmp_path: Path) -> None:
    made = windows_bundle(tmp_path)
    files = script.file_list(made)
    text = script.macros(made.folder, files)
    brought = [line for line in macro(text, "InstallFiles") if line.startswith("File ")]
    removed = macro(text, "RemoveFiles")
    assert len(brought) == len(removed) == len(FILES) + 1, "and the list of the files itself"
    assert 'Delete "$INSTDIR\\_internal\\resources\\themes\\light.toml"' in removed
    assert 'Delete "$INSTDIR\\_internal\\odd $$INSTDIR naïve name.txt"' in removed


def test_folders_go_last_and_inner_ones_first(tmp_path: Path) -> None:
    made = windows_bundle(tmp_path)
    folders = macro(script.macros(made.folder, script.file_list(made)), "RemoveFolders")
    assert folders == [
        'RMDir "$INSTDIR\\_internal\\resources\\themes"',
        'RMDir "$INSTDIR\\_internal\\resources"',
        'RMDir "$INSTDIR\\_internal\\PySide6\\plugins\\platforms"',
        'RMDir "$INSTDIR\\_internal\\PySide6\\plugins"',
        'RMDir "$INSTDIR\\_internal\\PySide6"',
        'RMDir "$INSTDIR\\_internal"',
    ]


def test_each_file_goes_into_its_own_folder(tmp_path: Path) -> None:
    made = windows_bundle(tmp_path)
    lines = macro(script.macros(made.folder, script.file_list(made)), "InstallFiles")
    place, found = "", set()
    for line in lines:
        word, value = line.split(" ", 1)
        if word == "SetOutPath":
            place = value.strip('"').removeprefix("$INSTDIR").lstrip("\\").replace("\\", "/")
        else:
            assert word == "File"
            file = Path(value.strip('"'))
            assert file.is_file()
            assert file.parent == made.folder / place
            found.add(file)
    assert found == set(made.files())


@pytest.mark.parametrize(
    "name",
    ["aux.txt", "_internal/COM1", "_internal/ends with a dot.", "_internal/what?.dll", "_internal/a:b"],
)
def test_names_windows_cannot_hold_are_told(tmp_path: Path, name: str) -> None:
    made = windows_bundle(tmp_path)
    (made.folder / name).write_bytes(b"")
    with pytest.raises(bundle.PackagingError, match=re.escape(name)):
        script.file_list(made)


def test_names_that_differ_by_their_case_alone_are_told(tmp_path: Path) -> None:
    made = windows_bundle(tmp_path)
    (made.folder / "_internal" / "PYSIDE6.txt").write_bytes(b"")
    assert PurePosixPath("_internal/PYSIDE6.txt") in script.file_list(made)
    (made.folder / "_internal" / "pyside6.TXT").write_bytes(b"")
    with pytest.raises(bundle.PackagingError, match="cannot tell"):
        script.file_list(made)


def test_a_bundle_of_another_platform_is_told(tmp_path: Path) -> None:
    (tmp_path / "netdesk").write_bytes(b"")
    with pytest.raises(bundle.PackagingError, match=r"netdesk-desktop\.exe and netdesk\.exe"):
        script.file_list(bundle.Bundle(tmp_path, "0.1.0", "windows", "x86_64"))


def test_nothing_is_removed_but_by_its_name() -> None:
    removing = [line for line in commands() if re.match(r"(Delete|RMDir|Rename)\b", line)]
    assert removing
    for line in removing:
        assert "/r" not in line.split('"')[0].split(), f"a whole folder would go: {line}"
        assert not re.search(r"[*?]", line), f"more than one file would go: {line}"
    named = {re.search(r'"([^"]+)"', line)[1] for line in removing}  # type: ignore[index]
    assert named == {
        "$INSTDIR",  # only where it is empty
        "$INSTDIR\\workspace.ico",
        "$INSTDIR\\uninstall.exe",
        "$Known",
        "$Known\\uninstall.exe",
        "$PLUGINSDIR\\earlier.exe",
        "$SMPROGRAMS\\${NAME}.lnk",
        "$DESKTOP\\${NAME}.lnk",
    }


def test_a_person_s_own_folders_are_never_named() -> None:
    text = "\n".join(commands())
    for word in ("$APPDATA", "$DOCUMENTS", "$PROFILE", "$RECENT"):
        assert word not in text
    assert {line for line in commands() if "$LOCALAPPDATA" in line} == {
        'InstallDir "$LOCALAPPDATA\\Programs\\${NAME}"',
        '${If} $INSTDIR != "$LOCALAPPDATA\\Programs\\${NAME}"',
        'StrCpy $INSTDIR "$LOCALAPPDATA\\Programs\\${NAME}"',
    }


def test_contacts_and_calendars_keep_what_opens_them() -> None:
    written = [line for line in commands() if line.startswith("WriteReg")]
    assert [
        line for line in written if re.search(r'Classes\}?\\\.\w+" ""', line.replace("${CLASSES}", "Classes"))
    ] == ['WriteRegStr SHCTX "${CLASSES}\\.netdesk" "" "NetDesk.Workspace"']
    assert '!insertmacro OfferKind ".vcf" "NetDesk.Contacts"' in commands()
    assert '!insertmacro OfferKind ".ics" "NetDesk.Calendar"' in commands()
    assert not [line for line in written if "UserChoice" in line]


def test_whole_keys_that_go_are_netdesk_s_own() -> None:
    gone = [line for line in commands() if line.startswith("DeleteRegKey") and "/ifempty" not in line]
    keys = {re.search(r'"([^"]+)"', line)[1] for line in gone}  # type: ignore[index]
    assert keys == {
        "${CLASSES}\\${ID}",
        "${CLASSES}\\Applications\\${PROGRAM}",
        "${PATHS_KEY}",
        "${UNINSTALL_KEY}",
        "${OWN_KEY}\\Capabilities",
    }


def test_it_asks_for_no_administrator_by_itself() -> None:
    assert "RequestExecutionLevel user" in commands()
    assert "Unicode true" in commands()
    assert "ManifestDPIAware true" in commands()
    assert "SetCompressor /SOLID lzma" in commands()


def test_exit_codes_are_told_apart_and_written_down() -> None:
    codes = dict(re.findall(r"!define (EXIT_\w+) (\d+)", (ROOM / "words.nsh").read_text(encoding="utf-8")))
    assert len(set(codes.values())) == len(codes) == 5
    manual = (ROOM / "README.md").read_text(encoding="utf-8")
    for code in ("0", "1", "2", *codes.values()):
        assert f"| {code} |" in manual
    used = set(re.findall(r"\$\{(EXIT_\w+)\}", "\n".join(commands())))
    assert used == set(codes)


def test_the_switches_are_written_down() -> None:
    switches = set(re.findall(r'\$\{GetOptions\} \$0 "(/\w+)"', "\n".join(commands())))
    manual = (ROOM / "README.md").read_text(encoding="utf-8")
    assert switches - {"/Continued", "/UPGRADE"} == {"/CurrentUser", "/AllUsers", "/Desktop"}
    assert all(f"`{switch}`" in manual for switch in switches - {"/Continued", "/UPGRADE"})
    assert windows.SIGN_COMMAND in manual


def test_the_programs_manifest_is_sharp_and_modest() -> None:
    tree = ElementTree.parse(windows.MANIFEST)
    told = {element.tag.rpartition("}")[2]: element for element in tree.iter()}
    assert told["requestedExecutionLevel"].attrib == {"level": "asInvoker", "uiAccess": "false"}
    assert told["dpiAwareness"].text == "PerMonitorV2, PerMonitor"
    assert told["longPathAware"].text == "true"
    assert told["activeCodePage"].text == "UTF-8"
    assert told["assemblyIdentity"].attrib["name"] == "Microsoft.Windows.Common-Controls"
