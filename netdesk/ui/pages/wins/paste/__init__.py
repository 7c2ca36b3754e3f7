"""Wins pasted from a spreadsheet: what each row becomes, before anything is written."""
