"""The whole year through the services, with its papers. It is played twice in all: seconds each."""

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


def rehearse(out, **options) -> dict:
    answer = StringIO()
    call_command("rehearse", out=out, stdout=answer, **options)
    return json.loads(answer.getvalue())


def test_same_seed_gives_the_same_counts_and_papers_in_a_new_school(db, tmp_path):
    first = rehearse(tmp_path / "first", seed=7)
    second = rehearse(tmp_path / "second", seed=7, demo=True)

    assert second["counts"] == first["counts"]
    assert sorted(first["files"]) == sorted(second["files"]) == PAPERS
    assert all((tmp_path / "first" / name).stat().st_size > 5_000 for name in PAPERS)
    with scopes_disabled():
        assert set(AuditEvent.objects.values_list("name", flat=True)) - set(WORDS) == set()
        assert (Document.objects.count(), Order.objects.filter(kind="annulment").count()) == (0, 0)  # one of every kind was taken back
        assert [journal_fault(school) for school in School.objects.all()] == ["", ""]


def test_known_passwords_are_refused_outside_the_development_settings(db, tmp_path, settings):
    settings.DEMONSTRATION = False

    with pytest.raises(CommandError, match="known password"):
        rehearse(tmp_path, demo=True)
    assert School.objects.count() == 0
