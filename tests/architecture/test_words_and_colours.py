"""What the source may not say: colours outside the themes, text as HTML, Qt's dialogs, machine paths."""

import ast
import re
import subprocess

from tests.support.source_tree import PACKAGE, TOP, Source, sources

UI = PACKAGE / "ui"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{8}\b|\brgba?\s*\(\s*\d")
# Whatever makes Qt read text as HTML or Markdown.
RICH_TEXT = {
    "setHtml",
    "setMarkdown",
    "insertHtml",
    "insertMarkdown",
    "appendHtml",
    "RichText",
    "MarkdownText",
    "AutoText",
    "mightBeRichText",
}
# Files that may use one of RICH_TEXT, with the reason. Text of a person or a file goes through none.
RICH_TEXT_ALLOWED: dict[str, str] = {}
# Printing is black on white on any theme, so its colours are its own.
COLOURS_ALLOWED = ("netdesk/ui/printing/",)
# The one place that opens the system's dialogs; tests put scripted answers in its place.
DIALOGS = "netdesk/ui/bridge/dialogs.py"
MACHINE_PATH = re.compile(
    r"(?<![\w./~{}<-])(/(home|Users|root|work|mnt|opt/[a-z]+)/\w)|[A-Z]:\\\\?Users\\\\?\w"
)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|\bNotImplementedError\b")
TEXT_ENDINGS = {".py", ".toml", ".md", ".sh", ".ts", ".svg", ".yml", ".json", ".spec", ".desktop", ".txt", ""}


def colours_from_numbers(source: Source) -> list[str]:
    """QColor(12, 34, 56) and QColor("red"): a colour that no theme can change."""
    return [
        f"{source.name}:{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in {"QColor", "fromRgb", "fromRgba"}
        and node.args
        and all(isinstance(argument, ast.Constant) for argument in node.args)
    ]


def test_colours_come_from_the_theme() -> None:
    found = []
    for source in sources(UI):
        if not source.name.startswith(COLOURS_ALLOWED):
            found += source.lines_matching(COLOUR) + colours_from_numbers(source)
    assert found == []


def test_the_colour_rule_sees_colours() -> None:
    assert COLOUR.search('x = "#0B6E69"')
    assert COLOUR.search("color: rgba(0, 0, 0, 20)")
    assert not COLOUR.search("# 3 people, see #12")


def test_dialogs_go_through_the_service() -> None:
    boxes = {"QMessageBox", "QErrorMessage"}
    found = [use for source in sources() if source.name != DIALOGS for use in source.uses_of(boxes)]
    assert found == []


def test_the_dialog_service_shows_plain_text() -> None:
    service = Source(TOP / DIALOGS)
    made = service.text.count("QMessageBox(")
    assert made > 0
    assert service.text.count("setTextFormat(Qt.TextFormat.PlainText)") == made


def test_text_is_never_given_to_qt_as_html() -> None:
    found = [use for source in sources() for use in source.uses_of(RICH_TEXT)]
    assert [use for use in found if use.split(":")[0] not in RICH_TEXT_ALLOWED] == []
    unused = [name for name in RICH_TEXT_ALLOWED if not any(use.startswith(f"{name}:") for use in found)]
    assert unused == []


def test_the_window_talks_to_no_network() -> None:
    allowed = {"QLocalServer", "QLocalSocket"}
    found = []
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtNetwork":
                found += [f"{source.name}: {alias.name}" for alias in node.names if alias.name not in allowed]
        found += source.lines_matching(
            re.compile(r"^\s*(import|from) (urllib\.request|http\.|socket|ssl|ftplib)")
        )
    assert found == []


def test_nothing_is_left_unfinished() -> None:
    assert [line for source in sources() for line in source.lines_matching(UNFINISHED)] == []


def test_the_project_speaks_of_itself_alone() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, check=False)
    names = [name for name in listed.stdout.decode().split("\0") if name]
    # Without git (an unpacked source archive) the package itself is still read.
    paths = [TOP / name for name in names] or [source.path for source in sources()]
    read = [path for path in paths if path.suffix in TEXT_ENDINGS and path.is_file()]
    own = {"tests/architecture/test_words_and_colours.py"}
    found = [
        f"{path.relative_to(TOP)}:{number}: {line.strip()[:120]}"
        for path in read
        if path.relative_to(TOP).as_posix() not in own
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if MACHINE_PATH.search(line)
    ]
    assert read
    assert found == []
