"""The pieces of a picture while it is made: pygal's marks by point, and our words around them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache
from typing import Any

from netdesk.method.insights.chart import Chart
from netdesk.ui.charts.look import ChartLook, Letters, one_line

# pygal widens what is shown by this share on every side, so that nothing touches the edge; we want the edge.
_WIDENED = 0.02
WHOLE = 100
FRAME = 16
LINE = 18
_serie = re.compile(r"\bserie-(\d+)\b")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def grown_to(self, height: float) -> Box:
        """The same box, made higher upwards where it is less high than that."""
        more = max(0.0, height - self.height)
        return Box(self.x, self.y - more, self.width, self.height + more)

    def on_pixels(self) -> Box:
        """The box with its edges on whole pixels, which look sharp; what is not empty does not become so."""
        x, y = round(self.x), round(self.y)
        return Box(x, y, max(1, round(self.right) - x), max(1, round(self.bottom) - y))

    def meets(self, other: Box) -> bool:
        """Whether the two share any room."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in the picture: ``rect`` answers to the pointer, ``mark`` is the bar, column or dot itself.

    ``ring`` is where the frame of the keyboard goes.
    """

    rect: Box
    series: int
    index: int
    mark: Box
    ring: Box


@dataclass(frozen=True, slots=True)
class Paper:
    """What is drawn on: the size of the whole picture and the room of the chart itself, in pixels.

    ``framed``: the title, the note and the reading are part of the picture, on a ground of its own.
    """

    width: float
    height: float
    area: Box
    framed: bool = False


@cache
def library() -> Any:
    """Import pygal, at the first picture only, and have it build its trees with what every Python has."""
    import pygal
    from pygal.etree import etree

    if etree.lxml:
        etree.to_etree()
    # It would look for plug-ins with maps at every import of anything, in a way Python 3.11 warns of.
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "pygal"]
    return pygal


def settings(paper: Paper, plot: Box) -> dict[str, Any]:
    """pygal's settings for marks alone that fill ``plot`` exactly on this paper."""
    wide, high = plot.width * _WIDENED, plot.height * _WIDENED
    return {
        "width": paper.width,
        "height": paper.height,
        "margin": 0,
        "margin_left": plot.x - wide,
        "margin_right": paper.width - plot.right - wide,
        "margin_top": plot.y - high,
        "margin_bottom": paper.height - plot.bottom - high,
        "explicit_size": True,
        "range": (0, WHOLE),
        "y_labels": (0, WHOLE),
        "show_legend": False,
        "show_x_labels": False,
        "show_y_labels": False,
        "print_values": False,
        "no_prefix": True,
        "js": (),
    }


def tagged(series: int, index: int, share: float) -> dict[str, Any]:
    """A value for pygal, as a share of the highest, whose mark can be found again."""
    return {"value": WHOLE * share, "node": {"data-point": f"{series}-{index}"}}


def share_of(value: float | None, top: float) -> float:
    """How high a value stands, 0 … 1; nothing for what is not known or below nothing.

    pygal is given these instead of the values: its arithmetic for scales fails at very large and very small ones.
    """
    return min(1.0, max(0.0, value or 0.0) / top) if top > 0 else 0.0


def under(chart: Chart, look: ChartLook, room: float) -> list[str]:
    """What stands under a framed picture: the reading and the comparison, broken into lines."""
    return [
        line
        for words in (chart.reading, chart.compared)
        for line in look.broken(words, Letters.READING, room)
    ]


class Sheet:
    """The tree of the picture: pygal's is emptied, and what is to stay is put back with colours of its own.

    Colours stand at each piece and not in a style sheet: few programs that open SVG agree on those.
    """

    def __init__(self, graph: Any, root: Any, look: ChartLook, plot: Box) -> None:
        self._node = graph.svg.node
        self._look = look
        self.root = root
        self.lines = [
            (int(serie), path.get("d"))
            for group in root.iter("g")
            for serie in _serie.findall(group.get("class") or "")
            for path in group.iter("path")
            if "line" in (path.get("class") or "").split()
        ]
        self.marks = {
            (int(series), int(index)): one
            for one in root.iter()
            if one.get("data-point")
            for series, index in [one.get("data-point").split("-")]
        }
        self._corner = (plot.x - plot.width * _WIDENED, plot.y - plot.height * _WIDENED)
        size = root.get("width"), root.get("height")
        for child in list(root):
            root.remove(child)
        for name in ("class", "id"):
            root.attrib.pop(name, None)
        root.set("width", str(size[0]))
        root.set("height", str(size[1]))

    def begin(self, chart: Chart, paper: Paper) -> None:
        """Name the picture for those who hear it, and write its frame if it has one."""
        self.root.set("role", "img")
        self._node(self.root, "title").text = one_line(chart.title)
        if chart.reading:
            self._node(self.root, "desc").text = one_line(chart.reading)
        if paper.framed:
            self._frame(chart, paper)

    def _frame(self, chart: Chart, paper: Paper) -> None:
        """The ground, the title with its note above, what is to be read below."""
        look = self._look
        self.box(Box(0, 0, paper.width, paper.height), "panel", 0)
        left, right = paper.area.x, paper.area.right
        base = look.px(FRAME) + look.size(Letters.TITLE)
        note = look.cut(chart.note, Letters.MORE, (right - left) / 2)
        room = right - left - look.width(note, Letters.MORE) - look.px(FRAME)
        self.words(left, base, look.cut(chart.title, Letters.TITLE, room), Letters.TITLE)
        self.words(right, base, note, Letters.MORE, "end")
        base = paper.area.bottom + look.px(8)
        for line in under(chart, look, right - left):
            base += look.px(LINE)
            self.words(left, base, line, Letters.READING)

    def box_of(self, series: int, index: int) -> Box | None:
        """Where pygal put the bar of a point, in the picture; None when it drew none."""
        mark = self.marks.get((series, index))
        if mark is None:
            return None
        x, y = self._corner
        values = [float(mark.get(name) or 0) for name in ("x", "y", "width", "height")]
        return Box(x + values[0], y + values[1], values[2], values[3])

    def middle_of(self, series: int, index: int) -> tuple[float, float] | None:
        """Where pygal put the dot of a point; None when it drew none."""
        mark = self.marks.get((series, index))
        if mark is None:
            return None
        return self._corner[0] + float(mark.get("cx") or 0), self._corner[1] + float(mark.get("cy") or 0)

    def box(self, box: Box, role: str, radius: float) -> None:
        """A filled box with rounded corners."""
        if box.width <= 0 or box.height <= 0:
            return
        box = box.on_pixels()
        radius = min(radius, box.width / 2, box.height / 2)
        self._add("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=radius, fill=role)

    def column(self, box: Box, role: str, radius: float) -> None:
        """A filled box with rounded upper corners, standing on its base."""
        if box.height <= 0:
            return
        box = box.on_pixels()
        r = min(radius, box.width / 2, box.height)
        path = (
            f"M{_n(box.x)} {_n(box.bottom)} L{_n(box.x)} {_n(box.y + r)} "
            f"Q{_n(box.x)} {_n(box.y)} {_n(box.x + r)} {_n(box.y)} L{_n(box.right - r)} {_n(box.y)} "
            f"Q{_n(box.right)} {_n(box.y)} {_n(box.right)} {_n(box.y + r)} L{_n(box.right)} {_n(box.bottom)} Z"
        )
        self._add("path", d=path, fill=role)

    def dot(self, x: float, y: float, radius: float, role: str) -> None:
        """A filled dot."""
        self._add("circle", cx=x, cy=y, r=radius, fill=role)

    def rule(self, x: float, y: float, to_x: float, to_y: float, role: str, thick: float) -> None:
        """A straight line."""
        stroke = self._look.colour(role)
        self._node(
            self.root,
            "path",
            {"stroke-width": _n(thick)},
            d=f"M{_n(x)} {_n(y)} L{_n(to_x)} {_n(to_y)}",
            fill="none",
            stroke=stroke,
        )

    def line(self, path: str, role: str, thick: float, dashes: str = "") -> None:
        """A line pygal has drawn, moved to its place in the picture."""
        style = {
            "stroke-width": _n(thick),
            "stroke-linejoin": "round",
            "stroke-linecap": "butt" if dashes else "round",
        }
        if dashes:
            style["stroke-dasharray"] = dashes
        place = f"translate({_n(self._corner[0])} {_n(self._corner[1])})"
        self._node(
            self.root, "path", style, d=path, fill="none", stroke=self._look.colour(role), transform=place
        )

    def words(
        self, x: float, y: float, words: str, letters: Letters, anchor: str = "start", role: str = ""
    ) -> None:
        """One line of words with its letters standing on ``y``."""
        line = one_line(words)
        if not line:
            return
        style = {
            "font-family": one_line(self._look.family),
            "font-size": _n(self._look.size(letters)),
            "font-weight": str(letters.value[1]),
            "text-anchor": anchor,
        }
        node = self._node(
            self.root,
            "text",
            style,
            x=_n(x),
            y=_n(y),
            fill=self._look.colour(role or letters.value[2]),
        )
        node.text = line

    def _add(self, tag: str, *, fill: str, **numbers: float | str) -> None:
        named = {name: one if isinstance(one, str) else _n(one) for name, one in numbers.items()}
        self._node(self.root, tag, named, fill=self._look.colour(fill))


def _n(number: float) -> str:
    """Write a number as SVG wants it, to a hundredth of a pixel."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
