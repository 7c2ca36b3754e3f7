"""Models that hold ids and fetch what is shown page by page."""
