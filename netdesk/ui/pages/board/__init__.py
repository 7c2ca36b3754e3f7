"""The board: five columns of cards that are dragged from level to level."""
