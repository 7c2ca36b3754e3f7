"""Cards over the whole window that belong to no page: the history, the keys."""
