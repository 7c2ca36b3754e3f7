"""The pieces of a picture while it is made: pygal's marks by point, and our words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from netdesk.ui.charts.look import ChartLook, Letters, one_line

# pygal widens what is shown by this share on every side, so that nothing touches the edge; we want the edge.
_WIDENED = 0.02
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

    def meets(self, other: Box) -> bool:
        """Whether the two share any room."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in the picture: ``rect`` answers to the pointer, ``mark`` is the bar, column or dot itself."""

    rect: Box
    series: int
    index: int
    mark: Box


def library() -> Any:
    """Import pygal, at the first picture only, and have it build its trees with what every Python has."""
    import pygal
    from pygal.etree import etree

    if etree.lxml:
        etree.to_etree()
    return pygal


def settings(width: float, height: float, plot: Box) -> dict[str, Any]:
    """pygal's settings for marks alone that fill ``plot`` exactly in a picture of this size."""
    wide, high = plot.width * _WIDENED, plot.height * _WIDENED
    return {
        "width": width,
        "height": height,
        "margin": 0,
        "margin_left": plot.x - wide,
        "margin_right": width - plot.right - wide,
        "margin_top": plot.y - high,
        "margin_bottom": height - plot.bottom - high,
        "explicit_size": True,
        "show_legend": False,
        "show_x_labels": False,
        "show_y_labels": False,
        "print_values": False,
        "no_prefix": True,
        "js": (),
    }


def tagged(series: int, index: int, value: float) -> dict[str, Any]:
    """A value for pygal whose mark can be found again."""
    return {"value": value, "node": {"data-point": f"{series}-{index}"}}


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

    def describe(self, title: str, reading: str) -> None:
        """Name the picture for those who hear it."""
        self.root.set("role", "img")
        self._node(self.root, "title").text = one_line(title)
        if reading:
            self._node(self.root, "desc").text = one_line(reading)

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
        radius = min(radius, box.width / 2, box.height / 2)
        self._add("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=radius, fill=role)

    def column(self, box: Box, role: str, radius: float) -> None:
        """A filled box with rounded upper corners, standing on its base."""
        if box.height <= 0:
            return
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
