"""Events: the list at the left, one event with its preparation at the right."""
