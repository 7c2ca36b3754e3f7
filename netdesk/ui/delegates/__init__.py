"""What paints the rows of lists that several pages show."""
