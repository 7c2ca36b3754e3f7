"""The list of a bundle's files names each with its size and digest, wherever a platform keeps it."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.support.installer_code import installer_code

file_list = installer_code("file_list")
Bundle = installer_code("bundle").Bundle


@pytest.mark.parametrize(
    ("platform", "inner"), [("linux", "_internal"), ("windows", "_internal"), ("macos", "Contents/Resources")]
)
def test_every_file_is_listed_but_links_and_the_list(tmp_path: Path, platform: str, inner: str) -> None:
    (tmp_path / inner / "résources").mkdir(parents=True)
    (tmp_path / "netdesk").write_bytes(b"program")
    (tmp_path / inner / "résources" / "light.toml").write_bytes(b"colours")
    (tmp_path / "link").symlink_to("netdesk")
    bundle = Bundle(tmp_path, "0.1.0", platform, "x86_64")
    listed = file_list.write(bundle)
    again = file_list.write(bundle)
    told = json.loads(listed.read_text(encoding="utf-8"))
    assert listed == again == tmp_path / inner / "installed-files.json"
    assert told == {
        "version": "0.1.0",
        "files": {
            f"{inner}/résources/light.toml": [7, hashlib.sha256(b"colours").hexdigest()],
            "netdesk": [7, hashlib.sha256(b"program").hexdigest()],
        },
    }
