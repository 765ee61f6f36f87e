"""Missing consents are printed, signed at home, scanned in a heap and filed by their codes."""

import json

import pytest

from participants.enums import SheetState
from tests.stories.curator_consents import CuratorConsents, scanned

pytestmark = pytest.mark.browser


def test_split_a_scanned_pdf_by_qr(own_demonstration, enter, tmp_path):
    curator = enter(CuratorConsents, own_demonstration, "curator")
    own_demonstration.work()
    printed = curator.when_i_print_what_is_missing(tmp_path)
    heap = scanned(printed, tmp_path)

    curator.when_i_upload(heap.file)
    curator.then_so_many_are_filed(heap.sheets - 1)
    person, purpose, _state = sheet_of(own_demonstration, heap.spoilt)
    curator.when_i_say_whose_the_last_page_is(person, purpose)

    curator.then_nothing_waits()
    assert sheet_of(own_demonstration, heap.spoilt) == [person, purpose, SheetState.FILED]


def sheet_of(tandem, code: str) -> list[str]:
    told = tandem.manage("shell", "-c", f"from tests.stories.desk import tell_sheet; tell_sheet({code!r})")
    return json.loads(told.splitlines()[-1])
