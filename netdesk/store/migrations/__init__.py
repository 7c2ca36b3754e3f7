"""Numbered migrations in literal SQL, oldest first; the live models are never used in them."""

from netdesk.store.migrations import (
    m0001_first_schema,
    m0002_cards_and_reactions,
    m0003_help_and_groups,
    m0004_wins,
)

MAJOR = 1
"""A file of a greater major version is refused in words."""

MIGRATIONS: tuple[str, ...] = (
    m0001_first_schema.SQL,
    m0002_cards_and_reactions.SQL,
    m0003_help_and_groups.SQL,
    m0004_wins.SQL,
)
"""``MIGRATIONS[n]`` takes a file from minor version n to n + 1."""

MINOR = len(MIGRATIONS)
