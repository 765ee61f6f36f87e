"""Orders. A signed one goes through the services: nothing else can make it."""

import datetime

import factory
from factory.django import DjangoModelFactory

from accounts.enums import Role
from pairs.enums import PairState
from reports.enums import PAIRING, OrderState
from reports.models import Document, Order
from reports.queries.numbering import MAIN_SERIES
from reports.services import sign_order
from tests.factories.accounts import MembershipFactory
from tests.factories.pairs import PairFactory
from tests.factories.programmes import ProgrammeFactory


class OrderFactory(DjangoModelFactory):
    """A draft on one pair; `sent=True` with the director; `size=3` for three pairs."""

    class Meta:
        model = Order
        skip_postgeneration_save = True

    class Params:
        sent = factory.Trait(state=OrderState.SENT)
        returned = factory.Trait(state=OrderState.RETURNED)

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    kind = PAIRING
    title = "О закреплении наставнических пар и групп на 2026/2027 учебный год"
    author = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"), role=Role.CURATOR)
    series = MAIN_SERIES

    @factory.post_generation
    def size(self, create, extracted, **kwargs):
        if create:
            pairs = [
                PairFactory(programme=self.programme, state=PairState.IN_ORDER) for _number in range(1 if extracted is None else extracted)
            ]
            self.pairs.set(pairs)


class DocumentFactory(DjangoModelFactory):
    """A draft of the statute."""

    class Meta:
        model = Document

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    kind = "statute"
    title = "Положение о наставничестве"
    author = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"), role=Role.CURATOR)


def signed_order(*, by, on: datetime.date | None = None, **kwargs) -> Order:
    """An order signed by `by`, a director of the same school."""
    return sign_order(actor=by, order=OrderFactory(sent=True, programme__school=by.school, **kwargs), on=on)
