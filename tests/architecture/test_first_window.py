"""What the first window must not wait for."""

import subprocess
import sys

import pytest

LARGE = ("peewee", "netdesk.store.tables", "qtawesome", "phonenumbers", "rapidfuzz", "pygal")


@pytest.mark.parametrize(
    "module",
    [
        "netdesk.app.starting.before_qt",
        "netdesk.app.compose",
        "netdesk.ui.pages.contacts.page",
        "netdesk.ui.pages.today.page",
    ],
)
def test_the_first_window_is_there_without_what_is_large(module: str) -> None:
    script = f"import sys, {module}; print([name for name in {LARGE} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
