"""One-to-ones in the window: planned, held, listed; with whom I never sat down."""
