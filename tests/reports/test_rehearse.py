"""The whole year through the services, with its papers and without."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django_scopes import scopes_disabled

from accounts.event_names import WORDS
from accounts.models import AuditEvent, School
from accounts.services.journal import journal_fault
from reports.models import Document, Order
from reports.queries.document_texts import document_kinds
from reports.queries.order_texts import order_kinds

PAPERS = sorted(
    [
        *["base_of_mentees.xlsx", "base_of_mentors.xlsx", "monitoring_report.pdf", "monitoring_report.xlsx", "order_1.pdf"],
        *[f"order_{kind['code']}.pdf" for kind in order_kinds()],
        *[f"document_{kind['code']}.pdf" for kind in document_kinds()],
        *["consents.pdf", "contract_supplementary.pdf", "contract_cooperation.pdf", "matching_protocol.pdf", "matching_extract.pdf"],
        "order_register.pdf",
    ]
)

COUNTS = {"people": 44, "pairs": 20, "meetings": 273, "answered": 155, "orders": 1}  # of the seed below, on any database


def rehearse(**options) -> dict:
    answer = StringIO()
    call_command("rehearse", stdout=answer, seed=7, **options)
    return json.loads(answer.getvalue())


@pytest.mark.first
@pytest.mark.once
def test_a_year_leaves_a_paper_of_every_kind_and_nothing_that_was_made_for_it(db, tmp_path):
    told = rehearse(out=tmp_path)

    assert told["counts"] == COUNTS
    assert sorted(told["files"]) == PAPERS
    assert all((tmp_path / name).stat().st_size > 5_000 for name in PAPERS)
    with scopes_disabled():
        assert (Document.objects.count(), Order.objects.filter(kind="annulment").count()) == (0, 0)  # one of every kind was taken back


@pytest.mark.first
def test_the_same_seed_gives_the_same_counts_without_papers_and_a_journal_that_holds(db):
    told = rehearse(demo=True)

    assert (told["counts"], told["files"]) == (COUNTS, {})
    with scopes_disabled():
        assert set(AuditEvent.objects.values_list("name", flat=True)) - set(WORDS) == set()
        assert journal_fault(School.objects.get()) == ""


def test_known_passwords_are_refused_outside_the_development_settings(db, settings):
    settings.DEMONSTRATION = False

    with pytest.raises(CommandError, match="known password"):
        rehearse(demo=True)
    assert School.objects.count() == 0
