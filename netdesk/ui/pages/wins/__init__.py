"""Wins: the quick table, its filter, and the card with all fields of one."""
