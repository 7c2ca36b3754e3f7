"""The ground every test stands on: no screen, no network, a home of its own, nothing left behind.

What is strict is kept one subject to a file in tests/support; this file sets what must stand before Qt or
anything of NetDesk is imported, and names those files. Fixtures that open a workspace live there too.
"""

import os
import tempfile
import time
from pathlib import Path

import pytest

# Before anything imports Qt. A real screen (Xvfb, a desktop) can be asked for by name.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("NETDESK_TEST_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/London"
os.environ["LC_ALL"] = "C.UTF-8"
for name in (
    "LANGUAGE",
    "QT_STYLE_OVERRIDE",
    "QT_SCALE_FACTOR",
    "QT_FONT_DPI",
    "QT_QPA_PLATFORMTHEME",
    "NO_AT_BRIDGE",
):
    os.environ.pop(name, None)
if hasattr(time, "tzset"):
    time.tzset()

# A home for what is asked for before or between tests; each test gets one of its own on top.
_FIRST_HOME = tempfile.TemporaryDirectory(prefix="netdesk-tests-")
os.environ["HOME"] = os.environ["USERPROFILE"] = _FIRST_HOME.name
os.environ["XDG_CACHE_HOME"] = str(Path(_FIRST_HOME.name) / "cache")

pytest_plugins = [
    "tests.support.clock",
    "tests.support.homes",
    "tests.support.network",
    "tests.support.log_records",
    "tests.support.leaks",
    "tests.support.hypothesis_profiles",
    "tests.support.workspaces",
    "tests.support.commands",
]


@pytest.fixture(scope="session", autouse=True)
def _british_english() -> None:
    """Numbers, dates and the week's first day come out the same on every machine."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def pytest_unconfigure() -> None:
    _FIRST_HOME.cleanup()
