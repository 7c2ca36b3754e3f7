"""The computer NetDesk runs on, in words for a report."""

from __future__ import annotations

import locale
import os
import platform
import sys

_DESKTOP = ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE")
_LONGEST = 60


def system_words() -> str:
    """The system and its processor: "Debian GNU/Linux 12 (bookworm), Linux 6.1, x86_64"."""
    kernel = f"{platform.system()} {platform.release()}"
    return ", ".join(part for part in (_product(), kernel, platform.machine()) if part)


def desktop_words() -> str:
    """The desktop and the kind of session, where the system says so: "GNOME, wayland"."""
    return ", ".join(_plain(os.environ.get(name, "")) for name in _DESKTOP if os.environ.get(name))


def language_words() -> str:
    """Language and encodings: "en_GB, file names in utf-8"."""
    code = locale.getlocale()[0] or "C"
    return f"{_plain(code)}, file names in {sys.getfilesystemencoding()}"


def _product() -> str:
    if sys.platform == "darwin":
        return f"macOS {platform.mac_ver()[0]}"
    if sys.platform == "win32":
        return f"Windows {platform.win32_ver()[1]}"
    try:
        return _plain(platform.freedesktop_os_release().get("PRETTY_NAME", ""))
    except OSError:
        return ""


def _plain(text: str) -> str:
    """One short line."""
    return "".join(letter if letter.isprintable() else " " for letter in text)[:_LONGEST].strip()
