"""What all tables share.

Models name columns for queries; they are run with ``Workspace.run`` and bound to no file. Foreign keys are plain
numbers here: nothing is ever fetched behind a reader's back.
"""

from __future__ import annotations

from peewee import AutoField, Model


class Table(Model):
    """A table whose key is never used twice, so that an undone row keeps its own."""

    id = AutoField()

    class Meta:
        """Names follow the migrations, which alone make the schema."""

        legacy_table_names = False
