"""Loads the code that makes installers, which is no part of the package, so that tests can call it.

It is the package ``installers`` in the folder ``packaging``; that folder's own name belongs to somebody else's package,
so it is put on the path and never imported by its name.
"""

import importlib
import sys
from types import ModuleType

from tests.support.source_tree import TOP

PACKAGING = TOP / "packaging"


def installer_code(name: str) -> ModuleType:
    """Return packaging/installers/`name`.py as the module the build uses."""
    if str(PACKAGING) not in sys.path:
        sys.path.append(str(PACKAGING))
    return importlib.import_module(f"installers.{name}")
