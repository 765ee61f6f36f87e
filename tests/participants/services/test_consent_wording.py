"""The school's own text of a consent: a change is a version, what was given keeps the one that was signed."""

import datetime
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.html import escape

from accounts.models import AuditEvent
from mentoring.common.clock import pretend
from mentoring.common.papers import render_preview
from mentoring.common.refusal import Refusal
from mentoring.common.wording.versions import StaleText
from participants.consent_papers import TEMPLATE, _sheet
from participants.consent_specimen import consent_specimen
from participants.enums import ConsentPurpose, SheetState
from participants.models import Consent, ConsentSheet, ConsentWording
from participants.queries.consent_reference import tandem_text, template_wording
from participants.queries.consent_texts import ConsentTexts
from participants.queries.consent_versions import consent_versions, given_under_former
from participants.services import issue_sheets, record_consent
from participants.services.consent_wording import keep_consent_wording
from tests.factories.participants import MenteeRecordFactory
from tests.participants.services.test_contract_wording import REFUSED
from tests.reports.services.test_wording import PAYLOADS

DAY = datetime.date(2026, 9, 10)
PURPOSE = "processing"


@pytest.fixture(autouse=True)
def autumn():
    with pretend(DAY):
        yield


@pytest.fixture
def own() -> dict:
    return template_wording(PURPOSE) | {"title": "Наше согласие", "purpose": "наша цель"}


@pytest.fixture
def teacher(programme):
    return MenteeRecordFactory(programme=programme, person__teacher=True, person__birth_date=datetime.date(1980, 5, 17)).person


def issued(curator, programme, person) -> ConsentSheet:
    return issue_sheets(actor=curator, programme=programme, people=[person], purposes=[PURPOSE])[0]


def on_paper(sheet: ConsentSheet) -> str:
    return render_preview(TEMPLATE, {"sheets": [_sheet(sheet, ConsentTexts().printed(sheet), "https://school.example")]})


@pytest.mark.parametrize("purpose, digest", [
    ("processing", "cba0c938def0d487743498ebf900d12cd5da61da095469cc32836f2d6e6ff281"),
    ("special_category", "1fcf2936b420837a07d079b3a5335dce7f249aa2e6795a2a8335f753f84c1e9e"),
    ("mentor_agreement", "cb34cc056abb66cffe4dfa866bf999ebe06a62262ba5c17247ee8c39e4ca67c5"),
])  # fmt: skip
def test_tandems_texts_have_the_digest_under_which_consents_were_given_before(purpose, digest):
    assert tandem_text(purpose, minor=False).sha256 == digest


def test_a_changed_text_is_a_version_that_new_sheets_and_consents_bear(curator, programme, teacher, own):
    keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own)

    sheet = issued(curator, programme, teacher)
    consent = record_consent(actor=curator, person=teacher, purpose=PURPOSE, given_on=DAY, sheet=sheet)

    assert (sheet.text_version, consent.text_version) == ("школьная 1", "школьная 1")
    assert consent.text_sha256 == ConsentTexts().text(PURPOSE, minor=False).sha256 != tandem_text(PURPOSE, minor=False).sha256
    for words in ("Наше согласие", "наша цель", "Редакция текста школьная 1"):
        assert words in on_paper(sheet)
    assert AuditEvent.objects.filter(name="consentwording.changed").count() == 1


def test_a_sheet_that_is_out_is_printed_and_filed_with_the_text_it_bears(curator, programme, teacher, own):
    sheet = issued(curator, programme, teacher)
    before = on_paper(sheet)

    keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own)
    assert on_paper(sheet) == before

    consent = record_consent(actor=curator, person=teacher, purpose=PURPOSE, given_on=DAY, sheet=sheet)
    assert (consent.text_version, consent.text_sha256) == ("1", tandem_text(PURPOSE, minor=False).sha256)


def test_a_sheet_that_is_printed_anew_has_the_text_in_use(curator, programme, teacher, own):
    old = issued(curator, programme, teacher)
    keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own)

    new = issued(curator, programme, teacher)

    old.refresh_from_db()
    assert (old.state, new.text_version) == (SheetState.VOID, "школьная 1")


def test_a_sheet_of_a_former_version_of_the_school_keeps_its_words(curator, programme, teacher, own):
    keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own)
    sheet = issued(curator, programme, teacher)

    keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own | {"title": "Второе"})

    assert "Наше согласие" in on_paper(sheet)
    assert ConsentTexts().version(PURPOSE) == "школьная 2"


def test_no_consent_loses_its_force_and_the_page_knows_how_many_were_given_before(curator, programme, teacher, own):
    consent = record_consent(actor=curator, person=teacher, purpose=PURPOSE, given_on=DAY)

    keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own)

    assert Consent.objects.in_force(DAY).get() == consent
    versions = consent_versions(PURPOSE, ConsentTexts())
    assert [(version.name, version.in_force, version.is_present) for version in versions] == [("школьная 1", 0, True), ("1", 1, False)]
    assert given_under_former(versions) == 1


def test_what_was_signed_before_the_change_and_is_recorded_after_it_has_the_text_of_its_day(curator, teacher, own):
    with pretend(DAY + datetime.timedelta(days=5)):
        keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own)
        consent = record_consent(actor=curator, person=teacher, purpose=PURPOSE, given_on=DAY)

    assert consent.text_version == "1"


def test_the_way_back_to_tandems_text_is_a_version_too_with_tandems_name(curator, own):
    keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own)
    keep_consent_wording(actor=curator, purpose=PURPOSE, texts=template_wording(PURPOSE))

    texts = ConsentTexts()
    assert (texts.version(PURPOSE), texts.text(PURPOSE, minor=True)) == ("1", tandem_text(PURPOSE, minor=True))
    assert [row.number for row in ConsentWording.objects.all()] == [1, 2]


def test_saved_without_a_change_there_is_no_new_version(curator, own):
    keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own)

    assert keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own) is None
    assert ConsentWording.objects.count() == 1


@pytest.mark.parametrize("lost, named", [
    ({"purpose": ""}, "Цель обработки"), ({"data": []}, "Перечень персональных данных"), ({"actions": []}, "Перечень действий"),
    ({"withdrawal": ""}, "порядок его отзыва"), ({"term": "До конца года."}, "{until}"),
    ({"adult": ["Согласие даёт {subject}, {subject_address}, {subject_document}. {processor}"]}, "{operator}, {operator_address}"),
    ({"minor": ["{operator} {operator_address} {processor} {subject}"]}, "{guardian}, {guardian_address}, {guardian_basis}, {guardian_doc"),
])  # fmt: skip
def test_what_the_law_asks_for_cannot_be_lost(curator, lost, named):
    with pytest.raises(Refusal, match=re.escape(named)):
        keep_consent_wording(actor=curator, purpose=PURPOSE, texts=template_wording(PURPOSE) | lost)
    assert not ConsentWording.objects.exists()


@pytest.mark.parametrize("purpose", ConsentPurpose)
def test_tandems_own_texts_have_lost_nothing(curator, purpose):
    assert keep_consent_wording(actor=curator, purpose=purpose, texts=template_wording(purpose)) is None


def test_an_unknown_name_in_braces_is_refused(curator, own):
    with pytest.raises(Refusal, match=re.escape("{школа}")):
        keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own | {"purpose": "для {школа}"})


def test_who_saves_second_is_told(curator, own):
    with pytest.raises(StaleText):
        keep_consent_wording(actor=curator, purpose=PURPOSE, texts=own, version="another")


def test_only_who_records_consents_words_them(mentor_actor, own):
    with pytest.raises(PermissionDenied):
        keep_consent_wording(actor=mentor_actor, purpose=PURPOSE, texts=own)


@pytest.mark.once
@pytest.mark.parametrize("purpose", ConsentPurpose)
def test_payloads_in_the_schools_text_print_as_they_are_written(curator, school, purpose):
    payloads = [payload.replace("{school}", "{operator}") for payload in PAYLOADS if payload not in REFUSED]
    lines = [f"начало {payload} конец" for payload in payloads]
    template = template_wording(purpose)
    texts = {name: [*value, *lines] if isinstance(value, list) else f"{value} {' '.join(lines)}" for name, value in template.items()}
    keep_consent_wording(actor=curator, purpose=purpose, texts=texts)

    page = consent_specimen(purpose, ConsentTexts().wording(purpose), "школьная 1", school)

    told = [f"начало {escape(payload.replace('{operator}', school.full_name))} конец" for payload in payloads]
    assert [words for words in told if page.count(words) < len(template)] == []
