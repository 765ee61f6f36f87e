"""The address of a list: what is filtered, sorted, picked and opened."""

from urllib.parse import urlencode

from django.http import QueryDict

from mentoring.common.numbers import number_of

NOT_KEPT = ("page", "panel", "row", "all", "export", "print")  # of this visit; a saved filter leaves them out


class ListAddress:
    def __init__(self, path: str, query: QueryDict):
        self.path = path
        self.query = query

    def url(self, **changes) -> str:
        """This address with other values; None takes a name out."""
        query = self.query.copy()
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = value
        return f"{self.path}?{query.urlencode()}"

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Filter and sorting alone, empty values left out, names in order."""
        return sorted((name, value) for name, values in self.query.lists() for value in values if value and name not in NOT_KEPT)

    @property
    def lasting(self) -> str:
        """`kept` as in an address: equal for equal filters."""
        return urlencode(self.kept)

    def picked(self) -> list[int] | None:
        """Keys of the rows that are ticked; None when the whole list is meant."""
        keys = [key for key in map(number_of, self.query.getlist("row")) if key is not None]
        return keys if keys and not self.query.get("all") else None
