"""The program's own source as the architecture tests read it: files, their text and their syntax trees."""

import ast
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PACKAGE = TOP / "netdesk"


@dataclass(frozen=True)
class Source:
    """One Python file, named by its path below the top folder."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.relative_to(TOP).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.name)

    def lines_matching(self, pattern: re.Pattern[str]) -> list[str]:
        """Return "file:line: text" for each line in which `pattern` is found."""
        return [
            f"{self.name}:{number}: {line.strip()}"
            for number, line in enumerate(self.text.splitlines(), start=1)
            if pattern.search(line)
        ]

    @cached_property
    def names_used(self) -> list[tuple[int, str]]:
        """Line and name of every attribute, variable and import the file speaks of."""
        found: list[tuple[int, str]] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute):
                found.append((node.lineno, node.attr))
            elif isinstance(node, ast.Name):
                found.append((node.lineno, node.id))
            elif isinstance(node, ast.ImportFrom | ast.Import):
                found.extend((node.lineno, alias.name) for alias in node.names)
        return found

    def uses_of(self, names: set[str]) -> list[str]:
        """Return "file:line: name" for each use of one of `names` in code (not in words about it)."""
        return [f"{self.name}:{line}: {name}" for line, name in self.names_used if name in names]


@cache
def sources(folder: Path = PACKAGE) -> tuple[Source, ...]:
    """Return the Python files below `folder`, sorted by path; each is read and parsed once."""
    return tuple(Source(path) for path in sorted(folder.rglob("*.py")) if "__pycache__" not in path.parts)
