"""The cards tray: all cards by state and age, planned several at a time."""
