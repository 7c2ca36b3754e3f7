"""What macOS is given: the application, its seal and its disk image."""
