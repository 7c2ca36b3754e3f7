"""`make pictures`: the pictures of the documents, copied from the tour and made small.

Each becomes a PNG of at most 256 colours: large even areas keep exactly theirs, the edges of letters share the rest.
"""

import sys
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

WANTED = {
    "today": "today-light",
    "contacts": "contacts-light",
    "board": "board-light",
    "board-dark": "board-dark",
    "event": "event-light",
    "event-after": "event-after-light",
    "events-overview": "events-overview-light",
    "groups": "groups-light",
    "pitches": "pitches-light",
    "ledger": "ledger-light",
    "markets": "markets-light",
    "prep-sheet": "prep-sheet-a4",
    "audit-sheet": "audit-sheet-a4",
    "review": "review-a4",
    "import": "import-light",
    "insights": "insights-light",
    "wins": "wins-light",
    "wins-paste": "wins-paste-light",
    "scan": "scan-light",
}
"""The name in the documents, and the tour's name."""
WIDEST = {"prep-sheet": 900, "audit-sheet": 900, "review": 900}
"""Pixels, where a picture is shown smaller than the tour draws it."""
COLOURS = 256
_EVEN = 1_500
"""A colour of more than every such pixel is an area of its own and kept exactly."""
_NEAR = 14
"""Of colours less apart than this in red, green and blue together, one is enough."""


def main(tour: Path, pictures: Path) -> int:
    """Write every picture into `pictures`; gives the exit code."""
    pictures.mkdir(parents=True, exist_ok=True)
    for name, taken in WANTED.items():
        picture = QImage(str(tour / f"{taken}.png"))
        if picture.isNull():
            print(f"{tour / taken}.png is missing: run 'make tour' first.", file=sys.stderr)
            return 1
        target = pictures / f"{name}.png"
        if not smaller(picture, WIDEST.get(name, picture.width())).save(str(target), quality=0):
            print(f"{target} cannot be written.", file=sys.stderr)
            return 1
        print(f"{target}  {target.stat().st_size // 1000} kB")
    return 0


def smaller(picture: QImage, width: int) -> QImage:
    """The picture in `width` pixels and few colours."""
    if width < picture.width():
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1.0)
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8, chosen_colours(plain), Qt.ImageConversionFlag.ThresholdDither
    )


def chosen_colours(picture: QImage) -> list[int]:
    """The colours that serve the picture best, the most used first."""
    pixels = memoryview(picture.constBits()).cast("B").cast("I")
    even = len(pixels) // _EVEN
    chosen: list[tuple[int, int, int]] = []
    for pixel, count in Counter(pixels).most_common():
        colour = QColor(pixel)
        red, green, blue = colour.red(), colour.green(), colour.blue()
        if count > even or all(
            abs(red - one[0]) + abs(green - one[1]) + abs(blue - one[2]) >= _NEAR for one in chosen
        ):
            chosen.append((red, green, blue))
            if len(chosen) == COLOURS:
                break
    return [QColor(*one).rgb() for one in chosen]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
