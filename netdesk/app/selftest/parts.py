"""Checks of the parts NetDesk brings with it: its own files, Qt's plug-ins, tables of other libraries, letters."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netdesk.app.selftest.bench import TODAY, Bench, must

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

# Two by two pixels, red and blue.
_GIF = bytes.fromhex(
    "47494638376102000200810000c81e1e1e1ec80000000000002c000000000200020000080700010408002020003b"
)
_WRITTEN = ("png", "jpeg", "ico", "webp")
_READ = {*_WRITTEN, "gif", "svg"}
_LETTERS = "NetDskZoëŁ€"


def installation(_bench: Bench) -> str:
    """Every file of an installed program is there as it was made."""
    from netdesk.app.installed.installation import here

    installed = here()
    if installed is None:
        return "not installed: run from its source"
    found = installed.look()
    found.must_be_sound()
    return f"{found.seen:,} files as installed, version {installed.version()}"


def modules_held(_bench: Bench) -> str:
    """An installed program on Linux goes on when it is replaced while it runs."""
    from netdesk.app.installed.held_modules import hold
    from netdesk.app.installed.installation import here

    if here() is None or not sys.platform.startswith("linux"):
        return "not needed here"
    names = hold()
    must(
        "netdesk.ui.main_window" in names, "Modules could not be read any more once the program is replaced."
    )
    return f"{len(names):,} modules stay readable when the program is replaced"


def own_files(_bench: Bench) -> str:
    """Themes, icons and the sample network are found."""
    from netdesk.app import resources

    themes, sample = resources.names("themes", ".toml"), resources.names("sample", ".toml")
    must(len(themes) >= 2 and sample, f"Files of NetDesk are missing in {resources.folder()}.")
    return f"{len(themes)} themes, {len(sample)} sample files"


def screen(_bench: Bench) -> str:
    """The plug-in for a person's screen can be loaded, even where this test has none."""
    if not sys.platform.startswith("linux"):
        return "asked of the window"
    from PySide6.QtCore import QLibraryInfo

    from netdesk.app.starting.problems import all_missing, library_missing_for, without_libraries

    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so"
    library = library_missing_for(plugin)
    if library is not None:
        raise without_libraries(all_missing(library))
    must(plugin.exists(), f"Qt's plug-in for X11 is missing: {plugin}")
    return "the plug-in for X11 finds all it needs"


def pictures(bench: Bench) -> str:
    """Pictures of each kind are written and read again; charts and icons come as SVG."""
    bench.must_have_qt()
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QColor, QIcon, QImage, QImageReader, QImageWriter

    from netdesk.app import resources

    known = {bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()}
    must(known >= _READ, f"Pictures cannot be read: {', '.join(sorted(_READ - known))}.")
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor(200, 30, 30))
    for kind in _WRITTEN:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        must(
            QImageWriter(buffer, QByteArray(kind.encode())).write(picture),
            f"A {kind} picture cannot be written.",
        )
        _is_red(QImage.fromData(buffer.data()), kind)
    gif = QImage.fromData(QByteArray(_GIF))
    must(
        gif.pixelColor(0, 0).red() == 200 and gif.pixelColor(1, 0).blue() == 200,
        "A gif picture cannot be read.",
    )
    own = resources.path("icons/netdesk.svg")
    must(not QImage(str(own)).isNull(), "An SVG picture cannot be read.")
    must(not QIcon(str(own)).pixmap(32, 32).isNull(), "An SVG icon is not drawn.")
    _loads("iconengines", "qsvgicon")
    return ", ".join(sorted(_READ))


def _loads(kind: str, name: str) -> None:
    """The plug-in of Qt is there and can be loaded; Qt does without it where it can, and worse."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / kind
    found = sorted(file for file in folder.glob(f"*{name}*") if file.suffix in {".so", ".dll", ".dylib"})
    must(found, f"Qt's plug-in {kind}/{name} is missing.")
    loader = QPluginLoader(str(found[0]))
    must(loader.load(), f"Qt's plug-in {kind}/{name} cannot be loaded: {loader.errorString()}")


def _is_red(picture: QImage, kind: str) -> None:
    colour = picture.pixelColor(4, 4)
    must(
        abs(colour.red() - 200) < 20 and colour.blue() < 60, f"A {kind} picture comes back in other colours."
    )


def charts(bench: Bench) -> str:
    """A chart is drawn, with the letters of its labels, and put on a picture."""
    bench.must_have_qt()
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter

    from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
    from netdesk.ui.charts.drawing import draw
    from netdesk.ui.charts.painting import paint_drawing
    from netdesk.ui.charts.worn import look_of_theme

    points = tuple(
        Point(month, wins, f"{wins}", f"{month}: {wins}")
        for month, wins in (("Sep", 3), ("Oct", 5), ("Nov", 2))
    )
    wins = (Series("Wins", "accent", points),)
    drawing = draw(
        Chart("wins", "Wins", ChartKind.COLUMNS, wins, Table((), (), ())), look_of_theme(), (300, 160)
    )
    image = QImage(300, 160, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_drawing(painter, QRectF(0, 0, 300, 160), drawing.svg)
    painter.end()
    must(is_drawn(image), "The chart is blank.")
    return f"{len(drawing.svg):,} bytes of SVG, drawn"


def printing(bench: Bench) -> str:
    """The part of Qt that prints is there."""
    bench.must_have_qt()
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    must(printer.isValid(), "The part that prints is missing.")
    return f"{len(QPrinterInfo.availablePrinterNames())} printers here, and PDF"


def letters(bench: Bench) -> str:
    """Letters are drawn, each as another picture: without fonts all would be the same box, or nothing."""
    bench.must_have_qt()
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QImage, QPainter

    font = QFont(QGuiApplication.font())
    font.setPixelSize(24)
    seen: dict[bytes, str] = {}
    for letter in _LETTERS:
        image = QImage(40, 40, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setFont(font)
        painter.drawText(QRect(0, 0, 40, 40), Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()
        must(is_drawn(image), f"The letter “{letter}” is not drawn: no font has it.")
        same = seen.setdefault(bytes(image.constBits()), letter)
        must(same == letter, f"“{same}” and “{letter}” look the same: no font has them.")
    return f"{len(_LETTERS)} letters told apart in “{QFontInfo(font).family()}”"


def tables(_bench: Bench) -> str:
    """Time zones, phone numbers and the folding of letters come from tables that lie with the program."""
    from netdesk.formats.phone import displayed, normalised
    from netdesk.method.names import fold

    with files("tzdata.zoneinfo.America").joinpath("New_York").open("rb") as table:
        zone = ZoneInfo.from_file(table)
    summer = datetime(TODAY.year, 7, 1, 12, tzinfo=UTC).astimezone(zone)
    must(summer.utcoffset() == timedelta(hours=-4), "The table of time zones is wrong.")
    number = normalised("07700 900123", "GB")
    must(number == "+447700900123", f"A phone number was read as {number}.")
    must(displayed(number, "GB"), "A phone number cannot be shown.")
    must(fold("Zoë ŁUKASZ Straße") == fold("zoe lukasz strasse"), "Letters are not folded as they must be.")
    return "time zones, phone numbers, letters of all languages"


def is_drawn(image: QImage) -> bool:
    """Whether a picture has more than one colour."""
    first = image.pixel(0, 0)
    return any(
        image.pixel(x, y) != first
        for x in range(0, image.width(), max(1, image.width() // 97))
        for y in range(0, image.height(), max(1, image.height() // 97))
    )
