"""Events of calendar files, looked at and ticked before they come in."""
