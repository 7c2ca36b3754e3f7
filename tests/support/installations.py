"""Small installed programs: a folder with a few files and the list of them, as an installer brings it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from netdesk.app.installed.installation import LIST_NAME, Installation

FILES = {
    "netdesk": b"the program",
    "_internal/base.zip": b"its parts",
    "_internal/resources/themes/light.toml": b"[colours]\n",
}


def make_installation(top: Path, files: Mapping[str, bytes] = FILES, version: str = "0.1.0") -> Installation:
    """Write the files and their list below ``top``; what is there is written over."""
    listed = {}
    for name, content in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(content)
        listed[name] = [len(content), hashlib.sha256(content).hexdigest()]
    (top / "_internal").mkdir(parents=True, exist_ok=True)
    list_file = top / "_internal" / LIST_NAME
    list_file.write_text(json.dumps({"version": version, "files": listed}), encoding="utf-8")
    return Installation(top, list_file)
