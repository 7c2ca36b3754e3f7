"""The words of the command line, one subject a file, as the commands are."""
