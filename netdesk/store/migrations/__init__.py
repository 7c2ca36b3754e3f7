"""Numbered migrations in literal SQL."""
