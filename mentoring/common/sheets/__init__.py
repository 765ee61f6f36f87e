"""Workbooks in and out: a columns table drives writing, a check stands before reading."""
