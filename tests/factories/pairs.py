"""Pairs with everything around them. Their people are ready: consents in force, guardians of minors."""

import datetime
import uuid

import factory
from factory.django import DjangoModelFactory

from pairs.enums import ConcernAbout, MeetingType, PairState, PlanSection, RequestKind, Side, VetoSide, WishWay
from pairs.models import (
    Agreement,
    Amendment,
    Concern,
    Meeting,
    Pair,
    PairMentee,
    PairRequest,
    PlanItem,
    SafeguardingLead,
    Veto,
    Wish,
    WishRound,
    WishSheet,
)
from tests.factories.accounts import MembershipFactory
from tests.factories.participants import GuardianFactory, MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import FormFactory, KindFactory, ProgrammeFactory, RoleModelFactory

FINISHED = (PairState.COMPLETED, PairState.ENDED, PairState.WITHDRAWN)


class PairMenteeFactory(DjangoModelFactory):
    class Meta:
        model = PairMentee

    pair = None
    school = factory.SelfAttribute("pair.school")
    mentee = factory.SubFactory(
        MenteeRecordFactory, programme=factory.SelfAttribute("..pair.programme"), person__school=factory.SelfAttribute("..school")
    )
    started_on = factory.SelfAttribute("pair.starts_on")


class PairFactory(DjangoModelFactory):
    """A proposed pair of pupils; `active=True` as if its order were signed; `group=3` for a group; `mentees=[…]` for given records."""

    class Meta:
        model = Pair
        skip_postgeneration_save = True

    class Params:
        active = factory.Trait(state=PairState.ACTIVE)
        completed = factory.Trait(state=PairState.COMPLETED)

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    mentor = factory.SubFactory(
        MentorRecordFactory,
        programme=factory.SelfAttribute("..programme"),
        person__school=factory.SelfAttribute("..school"),
        person__ready=True,
        capacity=3,
    )
    form = factory.SubFactory(FormFactory, school=factory.SelfAttribute("..school"))
    role_model = factory.SubFactory(RoleModelFactory, school=factory.SelfAttribute("..school"), form=factory.SelfAttribute("..form"))
    kind = factory.SubFactory(KindFactory, school=factory.SelfAttribute("..school"))
    starts_on = datetime.date(2026, 10, 1)
    ends_on = datetime.date(2027, 5, 31)
    proposed_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))

    @factory.post_generation
    def group(self, create, extracted, **kwargs):
        """How many mentees there are, one unless said; a finished pair has closed places."""
        finished_on = self.ends_on if self.state in FINISHED else None
        for _number in range(1 if extracted is None else extracted):
            PairMenteeFactory(pair=self, mentee__person__ready=True, finished_on=finished_on)

    @factory.post_generation
    def mentees(self, create, extracted, **kwargs):
        """Records that take places besides those of `group`; give `group=0` to have only them."""
        for mentee in extracted or []:
            PairMenteeFactory(pair=self, mentee=mentee)


class AgreementFactory(DjangoModelFactory):
    class Meta:
        model = Agreement

    pair = factory.SubFactory(PairFactory)
    school = factory.SelfAttribute("pair.school")
    person = factory.SelfAttribute("pair.mentor.person")
    side = "mentor"
    given_by = "Родителева Ольга Юрьевна"
    given_on = datetime.date(2026, 10, 2)
    recorded_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting
        skip_postgeneration_save = True

    pair = factory.SubFactory(PairFactory, active=True)
    school = factory.SelfAttribute("pair.school")
    type = MeetingType.REGULAR
    held_on = datetime.date(2026, 10, 20)
    topic = "Учёба"
    form_key = factory.LazyFunction(uuid.uuid4)
    logged_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class AmendmentFactory(DjangoModelFactory):
    """A change of the term that waits for agreement."""

    class Meta:
        model = Amendment

    pair = factory.SubFactory(PairFactory, active=True)
    school = factory.SelfAttribute("pair.school")
    before = factory.LazyAttribute(
        lambda row: {
            "form": row.pair.form.title,
            "role_model": row.pair.role_model.title,
            "kind": row.pair.kind.title,
            "ends_on": str(row.pair.ends_on),
        }
    )
    form = factory.SelfAttribute("pair.form")
    role_model = factory.SelfAttribute("pair.role_model")
    kind = factory.SelfAttribute("pair.kind")
    ends_on = datetime.date(2027, 6, 30)
    on = datetime.date(2026, 11, 10)
    note = "цель требует ещё месяца"
    form_key = factory.LazyFunction(uuid.uuid4)
    proposed_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class PairRequestFactory(DjangoModelFactory):
    class Meta:
        model = PairRequest

    pair = factory.SubFactory(PairFactory, active=True)
    school = factory.SelfAttribute("pair.school")
    kind = RequestKind.ANOTHER_MENTOR
    note = "нам трудно говорить"
    asked_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


def give_guardians(pair) -> None:
    """A guardian for everybody in the pair, so that minors can agree."""
    for person in [pair.mentor.person, *pair.mentee_people]:
        GuardianFactory(person=person)


class VetoFactory(DjangoModelFactory):
    """The guardian's; its two people are of one programme."""

    class Meta:
        model = Veto

    mentee = factory.SubFactory(MenteeRecordFactory)
    school = factory.SelfAttribute("mentee.school")
    mentor = factory.SubFactory(
        MentorRecordFactory, programme=factory.SelfAttribute("..mentee.programme"), person__school=factory.SelfAttribute("..school")
    )
    side = VetoSide.GUARDIAN
    reason = "семьи в ссоре"
    given_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class WishRoundFactory(DjangoModelFactory):
    """Open from 1 to 20 November 2026."""

    class Meta:
        model = WishRound
        django_get_or_create = ("programme",)

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    opens_on = datetime.date(2026, 11, 1)
    closes_on = datetime.date(2026, 11, 20)
    opened_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class WishSheetFactory(DjangoModelFactory):
    """A mentee's sheet; `mentors=[…]` are the wishes in their order."""

    class Meta:
        model = WishSheet
        skip_postgeneration_save = True

    mentee = factory.SubFactory(MenteeRecordFactory)
    round = factory.SubFactory(WishRoundFactory, programme=factory.SelfAttribute("..mentee.programme"))
    school = factory.SelfAttribute("round.school")
    side = Side.MENTEE
    way = WishWay.PAPER

    @factory.post_generation
    def mentors(self, create, extracted, **kwargs):
        for rank, mentor in enumerate(extracted or [], 1):
            Wish.objects.create(school=self.school, sheet=self, mentor=mentor, rank=rank)


class ConcernFactory(DjangoModelFactory):
    """A signal about the mentor that holds nothing yet; the service `raise_concern` holds."""

    class Meta:
        model = Concern

    pair = factory.SubFactory(PairFactory, active=True)
    school = factory.SelfAttribute("pair.school")
    about = ConcernAbout.MENTOR
    raised_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"), role="mentee")
    lead = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"), role="psychologist")


class SafeguardingLeadFactory(DjangoModelFactory):
    class Meta:
        model = SafeguardingLead

    member = factory.SubFactory(MembershipFactory, role="psychologist")
    school = factory.SelfAttribute("member.school")
    named_by = factory.SelfAttribute("member")


class PlanItemFactory(DjangoModelFactory):
    class Meta:
        model = PlanItem

    pair = factory.SubFactory(PairFactory, active=True)
    school = factory.SelfAttribute("pair.school")
    section = PlanSection.DIFFICULTIES
    task = "Беседа с наставником о трудностях"
    due_on = datetime.date(2026, 11, 30)
    planned_result = "Выбрана цель"
