"""The map around a person: whom they know and whom these know, drawn, as a list, and the way there."""
