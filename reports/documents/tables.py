"""Tables of a paper: rows of cells, a cell a list of lines, laid out so that a cell of one line spans those of many."""

WHOLE = 6  # lines of a table that a page does not part


def bodies(rows: list) -> list[list[list[dict]]]:
    """A body for each row, of lines of cells {text, span}; a row of one cell goes across the table."""
    return [_body(row) for row in rows]


def _body(row: list[list[str]]) -> list[list[dict]]:
    height = max(len(cell) for cell in row)
    return [[_cell(cell, line, height) for cell in row if line == 0 or len(cell) > 1] for line in range(height)]


def _cell(cell: list[str], line: int, height: int) -> dict:
    return {"text": cell[line], "span": 1 if len(cell) == height else height}


def table_context(table: dict) -> dict:
    """What `papers/_table.html` shows of a table of facts. `spans`: a cell that goes on over a page needs a line drawn under it."""
    found = bodies(table["rows"])
    spans = any(cell["span"] > 1 for body in found for cell in body[0])
    whole = sum(map(len, found)) <= WHOLE
    return {"wide": False, "look": "", **table, "bodies": found, "spans": spans, "whole": whole}


def laid_out(blocks: list[dict]) -> list[dict]:
    """Blocks of a paper with their tables as `papers/_blocks.html` shows them."""
    return [{**one, "table": table_context(one["table"]) if one["table"] else None} for one in blocks]
