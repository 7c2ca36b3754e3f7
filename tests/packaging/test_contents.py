"""What goes into the frozen program, and what stays out and why."""

import importlib.util
from pathlib import Path

import pytest

from tests.support.installer_code import installer_code

contents = installer_code("contents")


@pytest.mark.parametrize(
    "name",
    [
        "resources/themes/light.toml",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "qtawesome/fonts/phosphor-1.3.0.ttf",
        "qtawesome/fonts/phosphor-charmap-1.3.0.json",
        "pygal/css/base.css",
        "tzdata/zoneinfo/Europe/London",
        "peewee-4.5.3.dist-info/licenses/LICENSE",
        "peewee-4.5.3.dist-info/METADATA",
    ],
)
def test_what_the_program_uses_goes_in(name: str) -> None:
    assert contents.why_left_out(name) == ""


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("PySide6/Qt/translations/qtbase_de.qm", "English"),
        ("PySide6\\translations\\qtbase_de.qm", "English"),
        ("PySide6/opengl32sw.dll", "OpenGL"),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "“tls”"),
        ("PySide6\\plugins\\networkinformation\\qnetworklistmanager.dll", "“networkinformation”"),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "“platformthemes”"),
        ("PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll", "“platforminputcontexts”"),
        ("libcrypto-3-x64.dll", "encryption"),
        ("libssl.3.dylib", "encryption"),
        ("qtawesome/fonts/remixicon-2.5.0.ttf", "Phosphor"),
        ("rapidfuzz/fuzz_cpp_avx2.cpython-311-x86_64-linux-gnu.so", "every processor"),
        ("libcups.so.2", "printers"),
        ("libX11-xcb.so.1", "display"),
        ("peewee-4.5.3.dist-info/RECORD", "packed away"),
    ],
)
def test_what_stays_out_has_its_reason(name: str, word: str) -> None:
    assert word in contents.why_left_out(name)


def test_every_module_left_out_has_its_reason_and_none_of_them_is_needed_to_import_the_program() -> None:
    assert all(contents.MODULES_LEFT_OUT.values())
    # What NetDesk imports by name must not be among them.
    text = "\n".join(
        file.read_text(encoding="utf-8") for file in (Path(__file__).parents[2] / "netdesk").rglob("*.py")
    )
    asked = {
        name
        for name in contents.MODULES_LEFT_OUT
        if f"\nimport {name}\n" in text or f"\nfrom {name} import" in text
    }
    assert asked == set()


def test_modules_left_out_are_spelt_as_they_are_called() -> None:
    """A module renamed by its makers would come in again unseen."""
    own = [name for name in contents.MODULES_LEFT_OUT if name.startswith(("PySide6.", "phonenumbers."))]
    gone = [
        name for name in own if name.startswith("phonenumbers.") and importlib.util.find_spec(name) is None
    ]
    assert gone == []


def test_libraries_only_a_left_out_part_asked_for_stay_out() -> None:
    asked = {
        "/q/libqxcb.so": ["libQt6Gui.so.6", "libc.so.6"],
        "/q/libQt6Gui.so.6": ["libglib-2.0.so.0"],
        "/s/libgtk-3.so.0": ["libcairo.so.2"],
    }
    entries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/q/libqxcb.so", "BINARY"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/q/libQt6Gui.so.6", "BINARY"),
        ("libglib-2.0.so.0", "/s/libglib-2.0.so.0", "BINARY"),
        ("libgtk-3.so.0", "/s/libgtk-3.so.0", "BINARY"),
        ("libcairo.so.2", "/s/libcairo.so.2", "BINARY"),
        ("libpython3.11.so.1.0", "/p/libpython3.11.so.1.0", "BINARY"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libgtk.so", "libgtk-3.so.0", "SYMLINK"),
    ]
    done = contents.drop_unreached(entries, lambda source: asked.get(source, []))
    kept = contents.drop_dead_links(done.kept, [name for name, _, _ in done.kept])
    assert [name for name, _, _ in kept] == [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "libglib-2.0.so.0",
        "libpython3.11.so.1.0",
        "libQt6Gui.so.6",
    ]
    assert [name for name, _, _ in done.left_out[contents.UNREACHED]] == ["libgtk-3.so.0", "libcairo.so.2"]


def test_the_report_names_the_largest_first(tmp_path: Path) -> None:
    small, large = tmp_path / "a.qm", tmp_path / "b.so"
    small.write_bytes(b"x" * 1_000)
    large.write_bytes(b"x" * 3_000_000)
    done = contents.sort_out(
        [
            ("PySide6/Qt/translations/a.qm", str(small), "DATA"),
            ("PySide6/Qt/plugins/tls/b.so", str(large), "BINARY"),
            ("resources/themes/light.toml", str(small), "DATA"),
        ]
    )
    assert [name for name, _, _ in done.kept] == ["resources/themes/light.toml"]
    first, second = contents.report(done.left_out)
    assert first.split()[:4] == ["3.0", "MB", "1", "files"]
    assert "English" in second
