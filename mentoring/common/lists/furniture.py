"""What stands around the rows: heads that sort, chips of the active filters, the tools above the table."""

from mentoring.common.lists.address import ListAddress
from mentoring.common.lists.columns import Column


def head(column: Column, address: ListAddress) -> dict:
    wanted = address.query.get("order", "")
    direction = {column.name: "ascending", f"-{column.name}": "descending"}.get(wanted, "none")
    following = f"-{column.name}" if direction == "ascending" else column.name
    return {
        "name": column.name,
        "heading": column.heading,
        "css": column.css,
        "sortable": bool(column.order_by),
        "sorted": direction,
        "sort_url": address.url(order=following, page=None, panel=None) if column.order_by else "",
    }


def chips(filterset, address: ListAddress) -> list[dict]:
    """Active filters in words, each with the address that drops it."""
    if not filterset.form.is_valid():
        return []
    found = []
    for name, value in filterset.form.cleaned_data.items():
        if value in (None, "", []):
            continue
        field = filterset.form[name]
        choices = dict(iter(getattr(field.field, "choices", ())))  # iter: choices read late have no length
        remove_url = address.url(**{name: None, "page": None, "panel": None})
        found.append({"name": name, "label": field.label, "value": choices.get(value, value), "remove_url": remove_url})
    return found


def wider(page, active: list[dict]) -> list[dict]:
    """Of an empty list with several active filters (`chips`): those without which alone something would be found, with `count`."""
    found = []
    for chip in active if len(active) > 1 else ():
        query = page.address.query.copy()
        del query[chip["name"]]
        count = page.filterset_class(query, queryset=page.get_queryset(), request=page.request).qs.count()
        found += [chip | {"count": count}] if count else []
    return found


def tools(page, total: int, panels: dict[str, str]) -> dict:
    """Addresses of the tools of a `ListPage` with `total` rows; `panels` (name → template) stand open when the address says so."""
    address, remembered = page.address, page.remembered
    lasting = address.lasting
    return {
        "path": address.path,
        "here": address.url(),
        "kept": address.kept,
        "panel": panels.get(address.query.get("panel", "")) if page.remembers else None,
        "panel_urls": {name: address.url(panel=name) for name in panels},
        "closed_url": address.url(panel=None),
        "export_url": address.url(export="xlsx", page=None, panel=None),
        "full_export_url": address.url(export="all", page=None, panel=None) if remembered.columns else "",
        "print_url": address.url(print="pdf", page=None, panel=None),
        "columns": [{"column": column, "is_shown": column in page.shown, "is_fixed": column is page.columns[0]} for column in page.columns],
        "sheets": page.get_sheets(),
        "row_actions": page.get_row_actions(),
        "remembers": page.remembers,
        "pickable": page.pickable,
        "saved": [
            {"filter": saved, "url": f"{address.path}?{saved.query}", "is_here": saved.query == lasting} for saved in remembered.filters
        ],
        "lasting": lasting,
        "total": total,
    }
