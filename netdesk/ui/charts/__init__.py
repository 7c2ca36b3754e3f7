"""Pictures of figures: drawn by pygal as SVG, shown with exact figures at every point, saved, copied and printed.

Only ``drawing`` and what it uses import pygal, and only at the first picture: see docs/decisions.md.
"""
