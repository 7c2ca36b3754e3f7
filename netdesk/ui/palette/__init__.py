"""The palette: people, events, notes and every command in one place."""
