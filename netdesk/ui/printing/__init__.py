"""Sheets on paper: laid out as plain values, then drawn alike on screen, in a PDF and on a printer."""
