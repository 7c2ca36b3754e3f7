"""Peewee models of the workspace’s tables, by subject."""
