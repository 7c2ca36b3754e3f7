"""Every command of the program, its shortcut, and where it can be found by its name."""
