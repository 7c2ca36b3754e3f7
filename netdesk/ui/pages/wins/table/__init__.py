"""The quick table of wins: its cells, what is typed in them, and the row in which the next win is written."""
