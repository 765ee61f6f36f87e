import datetime

import factory
from factory.django import DjangoModelFactory

from jobs.enums import JobState
from jobs.services import store
from participants.enums import PageState
from participants.models import ScanBatch, ScanPage
from tests.factories.accounts import MembershipFactory
from tests.factories.jobs import JobFactory


def kept(name: str, content_type: str, content: bytes):
    """A stored file of the school of the row."""
    return factory.LazyAttribute(lambda row: store(school_id=row.school.pk, name=name, content_type=content_type, content=content))


class ScanBatchFactory(DjangoModelFactory):
    """An upload whose pages are all looked at."""

    class Meta:
        model = ScanBatch

    uploaded_by = factory.SubFactory(MembershipFactory)
    school = factory.SelfAttribute("uploaded_by.school")
    file = kept("скан.pdf", "application/pdf", b"%PDF-1.7")
    job = factory.SubFactory(JobFactory, created_by=factory.SelfAttribute("..uploaded_by"), state=JobState.DONE)
    given_on = datetime.date(2026, 9, 10)


class ScanPageFactory(DjangoModelFactory):
    class Meta:
        model = ScanPage

    batch = factory.SubFactory(ScanBatchFactory)
    school = factory.SelfAttribute("batch.school")
    number = factory.Sequence(lambda n: n + 1)
    file = kept("скан, 1.pdf", "application/pdf", b"%PDF-1.7 page")
    preview = kept("скан, 1.jpg", "image/jpeg", b"\xff\xd8\xff")
    state = PageState.UNREAD
    reason = "На странице не прочитан код."
