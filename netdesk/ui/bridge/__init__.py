"""Where threads, files and dialogs meet Qt."""
