"""Turns a checkout into what a person double-clicks: one frozen bundle, and from it each platform's installers."""
