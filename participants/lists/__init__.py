"""Columns of the lists of people: one file a list."""

from participants.lists.parts import BY_NAME, CLASS, NAME, PLACE

__all__ = ["BY_NAME", "CLASS", "NAME", "PLACE"]
