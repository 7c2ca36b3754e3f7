"""What this machine lends to the trial: its tools, its release of Debian or Ubuntu, and where apt gets packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installers.bundle import PackagingError

TOOLS = {
    "Xvfb": "xvfb",
    "apt-get": "apt",
    "chroot": "coreutils",
    "dpkg-deb": "dpkg",
    "import": "imagemagick",
    "mmdebstrap": "mmdebstrap",
    "objcopy": "binutils",
    "openbox": "openbox",
    "pdftotext": "poppler-utils",
    "unshare": "util-linux",
    "xdotool": "xdotool",
}
"""What the trial runs on this machine, and the package that brings it."""
_COMPONENTS = {"main", "universe"}
_OPTION = re.compile(r"^Acquire::(http|https|Check-|Retries|AllowInsecure)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Machine:
    """A release such as "bookworm", the lines of sources for apt, and apt's own options that reach them."""

    release: str
    sources: tuple[str, ...]
    options: tuple[str, ...]


def check_tools() -> None:
    """Raises PackagingError with what has to be installed, or when this user may not make a root."""
    missing = sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})
    if missing:
        raise PackagingError(f"The trial needs tools that are not here: apt-get install {' '.join(missing)}")
    if os.geteuid() != 0:
        raise PackagingError("The trial makes a root of its own and enters it: run it as root (with sudo).")


def this_machine() -> Machine:
    """Read what apt and the system say of themselves. Raises PackagingError."""
    try:
        text = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError as error:
        raise PackagingError(f"This system does not say what it is: {error}") from error
    release = re.search(r'^VERSION_CODENAME="?([\w-]+)"?$', text, re.MULTILINE)
    if release is None:
        raise PackagingError("The trial needs Debian or Ubuntu: this system names no release.")
    words = "$(SITE)|$(RELEASE)|$(COMPONENT)"
    targets = _said("apt-get", "indextargets", "--format", words, "Created-By: Packages")
    sources = sources_of(release[1], targets)
    if not sources:
        raise PackagingError(f"apt knows no packages of {release[1]}: run apt-get update.")
    options = tuple(line for line in _said("apt-config", "dump").splitlines() if _OPTION.match(line))
    return Machine(release[1], sources, options)


def sources_of(release: str, targets: str) -> tuple[str, ...]:
    """The lines of sources among apt's ``targets`` that belong to ``release``, the release itself first."""
    lines: dict[str, None] = {}
    for target in sorted(targets.splitlines(), key=lambda line: (line.split("|")[1:2] != [release], line)):
        site, suite, component = target.split("|")
        if component in _COMPONENTS and (suite == release or suite.startswith(f"{release}-")):
            lines[f"deb {site} {suite} {component}"] = None
    return tuple(lines)


def _said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout
