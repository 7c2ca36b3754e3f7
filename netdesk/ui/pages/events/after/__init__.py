"""After the event: how the goals went, what became of each card, how the line landed, whether it was worth it."""
