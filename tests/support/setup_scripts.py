"""Loads the set-up scripts, which are no part of the package, so that tests can call their functions."""

import importlib.util
import sys
from types import ModuleType

from tests.support.source_tree import TOP

SETUP = TOP / "packaging" / "setup"


def setup_script(name: str) -> ModuleType:
    """Return packaging/setup/`name`.py as a module; each is loaded once."""
    known = f"netdesk_setup_{name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, SETUP / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[known] = module
        spec.loader.exec_module(module)
    return sys.modules[known]
