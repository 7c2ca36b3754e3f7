"""What lies inside of a frozen program: whose it is, under which licence, in which version."""
