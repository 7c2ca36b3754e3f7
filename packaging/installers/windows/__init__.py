"""What Windows is given: the installer, the portable archive, and a trial of both."""
