"""The strategy mix in the window: its plan, and the time that is logged."""
