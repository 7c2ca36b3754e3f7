"""Starts, wires and ends the program; the command line."""
