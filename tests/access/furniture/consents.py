"""Consents, their printed and scanned sheets, contracts."""

import datetime

from participants.enums import ConsentPurpose
from participants.services import draft_contract
from tests.factories.participants import ConsentFactory, ConsentSheetFactory, MentorRecordFactory
from tests.factories.scans import ScanPageFactory


def consent_keys(pair, curator) -> dict:
    person = pair.mentor.person
    sheet = ConsentSheetFactory(person=person, programme=pair.programme)
    page = ScanPageFactory(batch__uploaded_by=curator)
    return {
        "consent": ConsentFactory(person=person, school=pair.school, purpose=ConsentPurpose.PUBLICATION).pk,
        "sheet": sheet.pk,
        "sheet_code": sheet.code,
        "scan": page.batch_id,
        "scan_page": page.pk,
    }


def contract_keys(pair, curator) -> dict:
    contract = draft_contract(
        actor=curator,
        person=MentorRecordFactory(programme=pair.programme, person__teacher=True).person,
        programme=pair.programme,
        content="помощь",
        form="учитель – учитель",
        payment="2 000 рублей",
        starts_on=datetime.date(2026, 9, 1),
        ends_on=datetime.date(2027, 5, 25),
    )
    return {"contract": contract.pk, "contracted": contract.person_id}
