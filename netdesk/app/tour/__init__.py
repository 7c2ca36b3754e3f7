"""The tour: every page and window of NetDesk as a picture, a file of scenes a subject."""
