"""Bringing contacts in, and taking them out: the preview over the window, the report, the commands."""
