"""Imports nothing from files that are another installation's than the one that runs.

Half of one version and half of another may do anything: end without a word where the program's file is gone, or crash
where libraries do not fit together. An error in Python is told on the window instead, and NetDesk goes on with what it
has loaded, and what it holds. Only in a frozen program; a developer may change files as they like.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Container, Sequence
from importlib.abc import MetaPathFinder
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec


class ImportGuard(MetaPathFinder):
    """Asked before every import of what is not loaded yet. ``is_another`` tells whether the files are others now.

    ``held`` are the names of modules that come from the program that runs all the same; see `held_modules`.
    """

    def __init__(self, is_another: Callable[[], bool], held: Container[str] = ()) -> None:
        self._is_another = is_another
        self._held = held

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find nothing, so that the usual ways are gone. Raises ImportError where those would mix versions."""
        if fullname not in self._held and self._is_another():
            raise ImportError(f"{fullname} is another installation's", name=fullname)
        return None

    def begin(self) -> None:
        """Stand before all other ways to import."""
        if self not in sys.meta_path:
            sys.meta_path.insert(0, self)

    def end(self) -> None:
        """Stand aside."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)
