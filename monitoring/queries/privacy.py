"""Small groups: fewer than five answers judge nothing and would name their authors."""

SMALL = 5


def without_small_groups(rows):
    """Replace each row of fewer than `SMALL` answers by its copy without figures, for those who may not read named answers."""
    return [row if row.answers >= SMALL else row.hidden() for row in rows]
