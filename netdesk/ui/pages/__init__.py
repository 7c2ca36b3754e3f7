"""The views of the main window, one folder each."""
