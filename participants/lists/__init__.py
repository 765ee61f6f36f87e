"""Columns of the lists of people: one file a list."""
