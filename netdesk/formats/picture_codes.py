"""The two-dimensional codes in a picture, read as text; the library is imported when the first picture comes."""

from __future__ import annotations

MOST_CODES = 8
MOST_PIXELS = 40_000_000
_KINDS = "QRCode,MicroQRCode,Aztec,DataMatrix"


def codes_in(grey: bytes, width: int, height: int) -> tuple[str, ...]:
    """The texts of the codes in a picture of one byte a pixel, rows without gaps, turned as they may be.

    What is on the picture only once is given once, at most eight. Raises ``ValueError`` when the size does not fit.
    """
    if width < 1 or height < 1 or width * height != len(grey) or len(grey) > MOST_PIXELS:
        raise ValueError(f"{len(grey)} bytes are no picture of {width} by {height}")
    import zxingcpp

    found = zxingcpp.read_barcodes(
        memoryview(grey).cast("B", (height, width)),
        formats=zxingcpp.barcode_formats_from_str(_KINDS),
        text_mode=zxingcpp.TextMode.Plain,
    )
    texts = dict.fromkeys(str(code.text) for code in found if code.valid)
    return tuple(text for text in texts if text.strip())[:MOST_CODES]
