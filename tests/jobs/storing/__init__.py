"""Processes that store files and are killed, or have no room left on the disk (T-48)."""
