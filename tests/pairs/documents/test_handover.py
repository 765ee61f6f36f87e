import logging

from django.urls import reverse

from pairs.documents import handover_paper
from tests.factories.pairs import MeetingFactory, PairFactory


def test_the_sheet_tells_the_work_and_not_the_notes(programme, curator, caplog):
    old = PairFactory(programme=programme, active=True)
    MeetingFactory(pair=old, topic="Сочинение", next_step="прочитать главу", result="личная заметка")
    new = PairFactory(programme=programme, follows=old)

    with caplog.at_level(logging.ERROR):
        paper = handover_paper(new)

    assert not caplog.records
    assert paper.pdf.startswith(b"%PDF-")
    for words in (old.mentor.person.full_name, new.mentor.person.full_name, new.mentee_people[0].full_name, "Сочинение", "прочитать главу"):
        assert words in paper.html
    assert "личная заметка" not in paper.html


def test_only_a_replacement_has_a_sheet(sign_in, curator, programme):
    pair = PairFactory(programme=programme, active=True)

    assert sign_in(curator).get(reverse("pairs:handover", args=[pair.pk])).status_code == 404


def test_from_the_page_of_the_old_pair_to_the_sheet(sign_in, curator, programme, mentor):
    old = PairFactory(programme=programme, active=True)
    client = sign_in(curator)

    page = client.post(
        reverse("pairs:act", args=[old.pk, "replace"]), {"mentor": mentor.pk, "on": "2026-11-10", "note": "переезд"}, follow=True
    )

    new = old.followed_by.get()
    assert page.context["pair"] == new
    assert client.get(old.get_absolute_url()).context["after"] == new
    assert reverse("pairs:handover", args=[new.pk]) in page.content.decode()
    assert client.get(reverse("pairs:handover", args=[new.pk]))["Content-Type"] == "application/pdf"


def test_a_sheet_too_large_to_print_is_refused_on_a_page(sign_in, curator, programme, monkeypatch):
    pair = PairFactory(programme=programme, follows=PairFactory(programme=programme, active=True))
    monkeypatch.setattr("mentoring.common.papers.printer.MAX_PAPER", 1000)

    page = sign_in(curator).get(reverse("pairs:handover", args=[pair.pk]))

    assert page.status_code == 422
    assert "слишком велика" in page.content.decode()
