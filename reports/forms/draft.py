from dataclasses import dataclass
from functools import cached_property

from pairs.models import Pair
from programmes.models import Programme
from reports.models import Order
from reports.queries.order_difference import fixed_by


@dataclass(frozen=True)
class Draft:
    """What the fields of an order are made for: `order` is one that is edited, `base` the one that it changes."""

    programme: Programme
    order: Order | None = None
    base: Order | None = None

    @cached_property
    def fixed(self):
        """Pairs that the order may leave out or change."""
        return Pair.objects.filter(programme=self.programme) if self.base is None else fixed_by(self.base)

    def own(self, relation: str):
        """The pairs of the edited order, `ending_pairs` for one, unless they are those of another base."""
        return getattr(self.order, relation) if self.order is not None and self.base == self.order.amends else None
