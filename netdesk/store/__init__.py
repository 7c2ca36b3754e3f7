"""The workspace file: opening, changing, undoing, searching, backing up."""
