"""The cards of an event: typed in, planned, solid or let go."""
