"""Signing and notarising for macOS: the order of things, and what is said where nobody signs."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.frozen_trees import frozen_tree
from tests.support.installer_code import installer_code
from tests.support.mac_programs import ROOM, Mac

macos = installer_code("macos.application")
bundle = installer_code("bundle")

SCRIPTS = sorted(ROOM.glob("*.sh"))


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


@pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell on this computer")
class TestKeychain:
    """What the workflow does with a certificate, with programs in the place of Apple's."""

    def run(
        self, tmp_path: Path, **environment: str
    ) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        handed = tmp_path / "handed on"
        handed.touch()
        known = {
            "PATH": os.environ["PATH"],
            "GITHUB_ENV": str(handed),
            "TMPDIR": str(tmp_path),
            **environment,
        }
        done = subprocess.run(
            ["sh", ROOM / "keychain.sh"], env=known, capture_output=True, text=True, check=False
        )
        rows = (line.partition("=") for line in handed.read_text(encoding="utf-8").splitlines())
        return done, {name: value for name, _, value in rows}

    def with_identities(self, tmp_path: Path, listed: str) -> str:
        mac = Mac(tmp_path)
        (mac.programs / "uuidgen").write_text("#!/bin/sh\necho 5E1F\n", encoding="utf-8")
        (mac.programs / "security").write_text(
            f"#!/bin/sh\n[ \"$1\" != find-identity ] || printf '%s\\n' '{listed}'\n", encoding="utf-8"
        )
        for name in ["uuidgen", "security"]:
            (mac.programs / name).chmod(0o755)
        return f"{mac.programs}:{os.environ['PATH']}"

    def test_without_a_certificate_nothing_is_handed_on(self, tmp_path: Path) -> None:
        done, handed = self.run(tmp_path, NETDESK_CERTIFICATE="")
        assert (done.returncode, handed) == (0, {})
        assert "not signed" in done.stdout

    def test_the_identity_and_the_notary_s_key_are_handed_on(self, tmp_path: Path) -> None:
        path = self.with_identities(tmp_path, '  1) 0A1B "Developer ID Application: Example (TEAM)"')
        done, handed = self.run(
            tmp_path, PATH=path, NETDESK_CERTIFICATE="cDEy", NETDESK_NOTARY_KEY_TEXT="a key\nof two lines"
        )
        assert done.returncode == 0, done.stderr
        assert handed["NETDESK_CODESIGN_IDENTITY"] == "Developer ID Application: Example (TEAM)"
        key = Path(handed["NETDESK_NOTARY_KEY"])
        assert key.read_text(encoding="utf-8") == "a key\nof two lines\n"
        assert key.stat().st_mode & 0o077 == 0, "nobody else reads it"
        assert not list(tmp_path.rglob("*.p12"))
        assert "cDEy" not in done.stdout + done.stderr

    def test_a_certificate_that_may_not_sign_code_ends_it(self, tmp_path: Path) -> None:
        path = self.with_identities(tmp_path, "     0 valid identities found")
        done, handed = self.run(tmp_path, PATH=path, NETDESK_CERTIFICATE="cDEy")
        assert done.returncode == 1
        assert "no identity" in done.stderr
        assert handed == {}
