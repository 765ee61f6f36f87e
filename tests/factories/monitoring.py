"""Campaigns with hand-made questions. The questionnaires of the instruments come by `open_campaign`."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from monitoring.enums import CampaignState, Direction, ItemKind, Phase, Wave
from monitoring.models import Answer, Campaign, IndicatorScore, IndicatorSheet, Invitation, Item, Questionnaire
from monitoring.reference import indicator_table
from pairs.enums import Side
from tests.factories.accounts import MembershipFactory
from tests.factories.participants import PersonFactory
from tests.factories.programmes import ProgrammeFactory


class QuestionnaireFactory(DjangoModelFactory):
    class Meta:
        model = Questionnaire
        django_get_or_create = ("school", "code", "version")

    code = factory.LazyAttribute(lambda row: f"{row.phase}-{row.template}-{row.form_code}")
    version = "test"
    title = "Анкета наставляемого"
    phase = Phase.INFLUENCE
    side = Side.MENTEE
    template = "learner_mentee"
    form_code = "pupil_pupil"
    satisfied_from = 7


class ItemFactory(DjangoModelFactory):
    """A rated question asked in both waves; `satisfaction=True` decides who is satisfied."""

    class Meta:
        model = Item
        django_get_or_create = ("questionnaire", "code")

    class Params:
        satisfaction = factory.Trait(shows_satisfaction=True)
        lower = factory.Trait(direction=Direction.LOWER)

    questionnaire = factory.SubFactory(QuestionnaireFactory)
    school = factory.SelfAttribute("questionnaire.school")
    position = factory.Sequence(lambda n: n + 1)
    code = "involvement"
    kind = ItemKind.SCALE10
    expected = factory.LazyAttribute(lambda row: f"Чего ждёте: {row.code}?")
    actual = factory.LazyAttribute(lambda row: f"Что вышло: {row.code}?")
    direction = Direction.HIGHER


class CampaignFactory(DjangoModelFactory):
    """An open entry wave of phase 2; `closed=True` ends it ten days later."""

    class Meta:
        model = Campaign
        django_get_or_create = ("programme", "phase", "wave")

    class Params:
        closed = factory.Trait(state=CampaignState.CLOSED, closed_on=datetime.date(2026, 11, 12))

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    phase = Phase.INFLUENCE
    wave = Wave.ENTRY
    opened_on = datetime.date(2026, 11, 2)
    opened_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))


class InvitationFactory(DjangoModelFactory):
    """Waiting for an answer; `answered=True` has been sent."""

    class Meta:
        model = Invitation
        django_get_or_create = ("campaign", "person", "side")

    class Params:
        answered = factory.Trait(
            answered_at=factory.LazyFunction(timezone.now),
            answered_by=factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school")),
            way="account",
        )

    campaign = factory.SubFactory(CampaignFactory)
    school = factory.SelfAttribute("campaign.school")
    side = Side.MENTEE
    person = factory.SubFactory(PersonFactory, school=factory.SelfAttribute("..school"), ready=True)
    questionnaire = factory.SubFactory(
        QuestionnaireFactory,
        school=factory.SelfAttribute("..school"),
        phase=factory.SelfAttribute("..campaign.phase"),
        side=factory.SelfAttribute("..side"),
        template=factory.LazyAttribute(lambda row: f"learner_{row.factory_parent.side}"),
    )


class AnswerFactory(DjangoModelFactory):
    class Meta:
        model = Answer

    invitation = factory.SubFactory(InvitationFactory, answered=True)
    school = factory.SelfAttribute("invitation.school")
    item = factory.SubFactory(ItemFactory, questionnaire=factory.SelfAttribute("..invitation.questionnaire"))


class IndicatorSheetFactory(DjangoModelFactory):
    """Nine marks of 1; `values=[…]` gives others."""

    class Meta:
        model = IndicatorSheet
        skip_postgeneration_save = True

    programme = factory.SubFactory(ProgrammeFactory)
    school = factory.SelfAttribute("programme.school")
    template_version = "2026.1"
    filled_on = datetime.date(2026, 12, 1)
    filled_by = factory.SubFactory(MembershipFactory, school=factory.SelfAttribute("..school"))

    @factory.post_generation
    def values(self, create, extracted, **kwargs):
        for indicator, value in zip(indicator_table().indicators, extracted or [1] * 9, strict=True):
            words = {"position": indicator.position, "criterion": indicator.criterion, "title": indicator.title}
            IndicatorScore.objects.create(school=self.school, sheet=self, value=value, **words)
