"""What a Mac is told of NetDesk: judged here as far as it can be without one."""

import json
import os
import plistlib
import re
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from tests.support.frozen_trees import frozen_tree
from tests.support.installer_code import installer_code
from tests.support.source_tree import TOP

macos = installer_code("macos")
icns = installer_code("icns")
bundle = installer_code("bundle")

ROOM = TOP / "packaging" / "macos"
SCRIPTS = sorted(ROOM.glob("*.sh"))


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
    (_, (width, height)) = settings["window_rect"]
    half = settings["icon_size"] / 2
    for x, y in settings["icon_locations"].values():
        assert half <= x <= width - half
        assert half <= y <= height - half


def test_an_image_is_made_of_an_application_only(tmp_path: Path) -> None:
    linux = bundle.Bundle(tmp_path, "0.1.0", "linux", "x86_64")
    with pytest.raises(bundle.PackagingError, match="on macOS"):
        macos.disk_image(linux, tmp_path, tmp_path)


def test_the_seal_names_nobody_where_nobody_is_named(tmp_path: Path) -> None:
    app = tmp_path / "NetDesk.app"
    assert macos.seal_command(app, "") == ["codesign", "--force", "--sign", "-", str(app)]
    signed = macos.seal_command(app, "Developer ID Application: Example")
    assert "runtime" in signed
    assert "--deep" not in signed
    assert Path(signed[signed.index("--entitlements") + 1]).is_file()


@pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell on this computer")
def test_the_list_of_files_is_in_the_application_before_it_is_sealed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mac = Mac(tmp_path)
    sealing = mac.programs / "codesign"
    sealing.write_text(
        '#!/bin/sh\nfor last; do :; done\ntest -f "$last/Contents/Resources/installed-files.json" || exit 1\n'
        'echo sealed >>"$last/Contents/MacOS/netdesk-desktop"\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("PATH", f"{mac.programs}:{os.environ['PATH']}")
    monkeypatch.delenv("NETDESK_CODESIGN_IDENTITY", raising=False)
    app = frozen_tree(tmp_path, "macos").bundle
    (app.folder / "Contents" / "Resources").mkdir()
    installer_code("making").sealed(app)
    listed = json.loads((app.folder / "Contents/Resources/installed-files.json").read_text(encoding="utf-8"))
    assert "Contents/MacOS/netdesk" in listed["files"]
    for name, (size, _) in listed["files"].items():
        assert (app.folder / name).stat().st_size == size, f"{name} changed after it was listed"


def test_a_seal_that_fails_says_what_codesign_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mac = Mac(tmp_path)
    (mac.programs / "codesign").write_text("#!/bin/sh\necho no identity found\nexit 1\n", encoding="utf-8")
    monkeypatch.setenv("PATH", str(mac.programs))
    with pytest.raises(bundle.PackagingError, match="no identity found"):
        macos.seal(tmp_path / "NetDesk.app")
    (mac.programs / "codesign").unlink()
    with pytest.raises(bundle.PackagingError, match="could not be signed"):
        macos.seal(tmp_path / "NetDesk.app")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_sound_for_the_plain_shell(script: Path) -> None:
    assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    done = subprocess.run(["sh", "-n", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


class Mac:
    """A folder of programs that note how they were called, in the place of Apple's."""

    def __init__(self, folder: Path) -> None:
        self.programs = folder / "programs"
        self.programs.mkdir()
        self.calls = folder / "calls"
        for name in ["codesign", "xcrun", "ditto"]:
            program = self.programs / name
            program.write_text(f'#!/bin/sh\necho {name} "$@" >>"{self.calls}"\n', encoding="utf-8")
            program.chmod(0o755)

    def notarise(self, product: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        known = {"PATH": f"{self.programs}:{os.environ['PATH']}", **environment}
        return subprocess.run(
            ["sh", ROOM / "notarise.sh", product], env=known, capture_output=True, text=True, check=False
        )

    def called(self) -> list[str]:
        text = self.calls.read_text(encoding="utf-8") if self.calls.exists() else ""
        return [" ".join(line.split()[:2]) for line in text.splitlines()]


@pytest.fixture
def mac(tmp_path: Path) -> Mac:
    return Mac(tmp_path)


KEYS = {"NETDESK_NOTARY_KEY": "k.p8", "NETDESK_NOTARY_KEY_ID": "K1", "NETDESK_NOTARY_ISSUER": "I1"}


@pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell on this computer")
class TestNotarising:
    def test_without_an_identity_nothing_is_done_and_it_is_said(self, mac: Mac, tmp_path: Path) -> None:
        app = tmp_path / "my NetDesk.app"
        app.mkdir()
        done = mac.notarise(app)
        assert done.returncode == 0
        assert "Not notarised: NETDESK_CODESIGN_IDENTITY is not set" in done.stdout
        assert mac.called() == []

    def test_signed_without_the_notary_s_key_is_said_too(self, mac: Mac, tmp_path: Path) -> None:
        image = tmp_path / "netdesk.dmg"
        image.touch()
        done = mac.notarise(image, NETDESK_CODESIGN_IDENTITY="Example")
        assert done.returncode == 0
        assert "Signed but not notarised" in done.stdout
        assert mac.called() == ["codesign --force", "codesign --verify"]

    @pytest.mark.parametrize("credentials", [{"NETDESK_NOTARY_PROFILE": "netdesk"}, KEYS])
    def test_an_application_is_looked_at_packed_submitted_and_stapled(
        self, mac: Mac, tmp_path: Path, credentials: dict[str, str]
    ) -> None:
        app = tmp_path / "NetDesk.app"
        app.mkdir()
        done = mac.notarise(app, NETDESK_CODESIGN_IDENTITY="Example", **credentials)
        assert done.returncode == 0, done.stderr
        assert mac.called() == [
            "codesign --verify",
            "ditto -c",
            "xcrun notarytool",
            "xcrun stapler",
            "xcrun stapler",
        ]

    def test_a_notary_that_says_no_ends_it(self, mac: Mac, tmp_path: Path) -> None:
        image = tmp_path / "netdesk.dmg"
        image.touch()
        (mac.programs / "xcrun").write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
        done = mac.notarise(image, NETDESK_CODESIGN_IDENTITY="Example", **KEYS)
        assert done.returncode != 0
        assert "Notarised" not in done.stdout

    def test_other_files_are_refused(self, mac: Mac, tmp_path: Path) -> None:
        other = tmp_path / "netdesk.zip"
        other.touch()
        assert mac.notarise(other, NETDESK_CODESIGN_IDENTITY="Example").returncode == 1
        assert mac.notarise(tmp_path / "none.dmg").returncode == 1
