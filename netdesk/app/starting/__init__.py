"""What a start stands on, and what is said when it cannot go on."""
