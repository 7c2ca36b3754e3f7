"""Proves the Linux installers: installed, used, upgraded and removed in a root that holds no Python of its own."""
