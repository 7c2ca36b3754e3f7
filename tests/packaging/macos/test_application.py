"""What a Mac is told of NetDesk: judged here as far as it can be without one."""

import plistlib
import re
import struct
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from tests.support.installer_code import installer_code
from tests.support.source_tree import TOP

macos = installer_code("macos.application")
icns = installer_code("macos.icns")
bundle = installer_code("bundle")

ROOM = TOP / "packaging" / "macos"


@pytest.fixture
def info() -> dict[str, Any]:
    """Info.plist as the Mac reads it: written and read back."""
    read: dict[str, Any] = plistlib.loads(plistlib.dumps(macos.info_plist("0.1.0")))
    return read


def test_the_window_is_a_window_sharp_and_dark_where_the_system_is(info: dict[str, Any]) -> None:
    assert info["LSBackgroundOnly"] is False
    assert info["NSRequiresAquaSystemAppearance"] is False
    assert info["NSHighResolutionCapable"] is True
    assert info["LSApplicationCategoryType"].startswith("public.app-category.")
    assert info["CFBundleExecutable"] == "netdesk-desktop"
    assert info["CFBundleIdentifier"] == bundle.APPLICATION_ID
    assert info["LSMinimumSystemVersion"] == "13.0"
    assert not [key for key in info if "UsageDescription" in key], (
        "nothing here needs leave to watch or listen"
    )


def test_the_copyright_is_the_licence_s(info: dict[str, Any]) -> None:
    holder = re.search(r"Copyright \(c\) \d{4} (.+)", (TOP / "LICENSE").read_text(encoding="utf-8"))
    assert holder is not None
    assert re.fullmatch(rf"© \d{{4}} {holder[1]}\. MIT licence\.", info["NSHumanReadableCopyright"])


def test_workspaces_are_netdesk_s_own_and_other_files_stay_with_their_programs(info: dict[str, Any]) -> None:
    ranks = {kind["LSItemContentTypes"][0]: kind["LSHandlerRank"] for kind in info["CFBundleDocumentTypes"]}
    assert ranks == {
        "org.netdesk.workspace": "Owner",
        "public.vcard": "Alternate",
        "com.apple.ical.ics": "Alternate",
    }
    (own,) = info["UTExportedTypeDeclarations"]
    assert own["UTTypeIdentifier"] == "org.netdesk.workspace"
    assert own["UTTypeTagSpecification"]["public.filename-extension"] == ["netdesk"]
    assert own["UTTypeTagSpecification"]["public.mime-type"] == ["application/x-netdesk-workspace"]
    assert "public.data" in own["UTTypeConformsTo"]


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", "0.1.0"), ("0.2.0rc1", "0.2.0"), ("1.2.3.4", "1.2.3"), ("2", "2")]
)
def test_versions_are_numbers_for_the_mac(version: str, numbers: str) -> None:
    told = macos.info_plist(version)
    assert (told["CFBundleVersion"], told["CFBundleShortVersionString"]) == (numbers, numbers)


def test_a_version_without_a_number_is_refused() -> None:
    with pytest.raises(bundle.PackagingError, match="does not begin with a number"):
        macos.info_plist("next")


def test_entitlements_are_few_and_each_has_its_reason() -> None:
    text = (ROOM / "entitlements.plist").read_text(encoding="utf-8")
    allowed = plistlib.loads(text.encode())
    assert allowed == {"com.apple.security.cs.allow-unsigned-executable-memory": True}
    assert re.findall(r"-->\s*<key>([^<]+)</key>", text) == list(allowed)


def test_the_icon_holds_every_size_with_apple_s_margin(tmp_path: Path) -> None:
    data = macos.icon(tmp_path / "work here").read_bytes()
    magic, length = struct.unpack_from(">4sI", data)
    assert (magic, length) == (b"icns", len(data))
    place, widths = 8, {}
    while place < length:
        kind, size = struct.unpack_from(">4sI", data, place)
        picture = QImage.fromData(data[place + 8 : place + size], "PNG")  # type: ignore[call-overload]
        widths[kind.decode()] = picture.width()
        place += size
    assert widths == icns.KINDS
    assert picture.width() == picture.height() == 1024
    assert [picture.pixelColor(x, 512).alpha() for x in (0, 95, 105, 918, 928)] == [0, 0, 255, 255, 0]
    assert picture.pixelColor(140, 512) == QColor("#0B6E69")


@pytest.mark.qt_log_ignore("Cannot read file")
def test_no_drawing_no_icon(tmp_path: Path) -> None:
    with pytest.raises(bundle.PackagingError, match="no drawing"):
        icns.write(TOP / "LICENSE", tmp_path / "NetDesk.icns")


def test_the_image_shows_the_application_and_where_to_drag_it(tmp_path: Path) -> None:
    app = tmp_path / "NetDesk.app"
    settings = macos.image_settings(app, tmp_path / "NetDesk.icns")
    assert settings["files"] == [str(app)]
    assert settings["symlinks"] == {"Applications": "/Applications"}
    assert set(settings["icon_locations"]) == {"NetDesk.app", "Applications"}
    assert "hide_extensions" not in settings  # would be written onto the sealed application
    (_, (width, height)) = settings["window_rect"]
    half = settings["icon_size"] / 2
    for x, y in settings["icon_locations"].values():
        assert half <= x <= width - half
        assert half <= y <= height - half


def test_an_image_is_made_of_an_application_only(tmp_path: Path) -> None:
    linux = bundle.Bundle(tmp_path, "0.1.0", "linux", "x86_64")
    with pytest.raises(bundle.PackagingError, match="on macOS"):
        macos.disk_image(linux, tmp_path, tmp_path)
