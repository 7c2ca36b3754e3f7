"""The installation this program runs from: its files, and whether another took its place."""
