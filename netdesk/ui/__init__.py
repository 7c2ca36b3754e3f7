"""Qt windows, pages, models, delegates, theme and printing."""
