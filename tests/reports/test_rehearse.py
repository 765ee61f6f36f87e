"""The whole year through the services, with its papers."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django_scopes import scopes_disabled

from accounts.event_names import WORDS
from accounts.models import AuditEvent, School
from accounts.services.journal import first_broken_link


def rehearse(out, **options) -> dict:
    answer = StringIO()
    call_command("rehearse", out=out, stdout=answer, **options)
    return json.loads(answer.getvalue())


@pytest.fixture
def first(db, tmp_path):
    return rehearse(tmp_path / "first", seed=7)


def test_year_leaves_the_order_the_report_and_both_bases(first, tmp_path):
    assert sorted(first["files"]) == [
        "base_of_mentees.xlsx",
        "base_of_mentors.xlsx",
        "monitoring_report.pdf",
        "monitoring_report.xlsx",
        "order_1.pdf",
    ]
    assert all((tmp_path / "first" / name).stat().st_size > 5_000 for name in first["files"])


def test_same_seed_gives_the_same_counts_in_a_new_school(first, tmp_path):
    second = rehearse(tmp_path / "second", seed=7)

    assert second["counts"] == first["counts"]
    assert School.objects.count() == 2


def test_every_event_of_the_year_has_words_and_the_chain_holds(first):
    with scopes_disabled():
        names = set(AuditEvent.objects.values_list("name", flat=True))
        school = School.objects.get()

        assert names - set(WORDS) == set()
        assert first_broken_link(school) is None


def test_known_passwords_are_refused_outside_the_development_settings(db, tmp_path, settings):
    settings.DEMONSTRATION = False

    with pytest.raises(CommandError, match="known password"):
        rehearse(tmp_path, demo=True)
    assert School.objects.count() == 0
