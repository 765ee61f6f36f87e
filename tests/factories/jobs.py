import factory
from factory.django import DjangoModelFactory

from jobs.models import Job
from tests.factories.accounts import MembershipFactory


class JobFactory(DjangoModelFactory):
    """A job that waits; give `state` (and `lease_until` for a running one)."""

    class Meta:
        model = Job

    created_by = factory.SubFactory(MembershipFactory)
    school = factory.SelfAttribute("created_by.school")
    kind = "test_kind"
    title = factory.Sequence(lambda n: f"Отчёт {n + 1}")
    dedupe_key = factory.Sequence(lambda n: f"job-{n + 1}")
