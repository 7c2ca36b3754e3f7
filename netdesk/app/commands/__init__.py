"""The commands without a window, one subject a file."""
