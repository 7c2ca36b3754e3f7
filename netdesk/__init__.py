"""NetDesk: networking on purpose, on your own computer."""

__version__ = "0.1.0"
