"""The list of contacts beside the page of one person."""
