"""What Linux is given: the Debian package, the archive with its script, and the files of a desktop."""
