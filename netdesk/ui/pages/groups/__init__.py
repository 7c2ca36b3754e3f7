"""The page of groups."""
