"""Levels, numbers, words, the file, the look: everything that is set once."""
