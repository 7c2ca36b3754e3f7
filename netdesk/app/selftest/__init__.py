"""The self-test of an installed NetDesk: all its parts, tried in a workspace of its own."""
