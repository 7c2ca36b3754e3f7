"""What is written down of a run: the log, errors nobody caught, crashes; and how they are told."""
