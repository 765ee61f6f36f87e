"""Missing consents are printed, signed at home, scanned in a heap and filed by their codes."""

import json

import pytest

from tests.stories.curator_consents import CuratorConsents, scanned

pytestmark = pytest.mark.browser


def test_split_a_scanned_pdf_by_qr(own_demonstration, enter, tmp_path):
    curator = enter(CuratorConsents, own_demonstration, "curator")
    own_demonstration.work()
    printed = curator.when_i_print_what_is_missing(tmp_path)
    heap = scanned(printed, tmp_path)

    curator.when_i_upload(heap.file)
    curator.then_so_many_are_filed(heap.sheets - 1)
    told = own_demonstration.manage("shell", "-c", f"from tests.stories.desk import tell_sheet; tell_sheet({heap.spoilt!r})")
    person, purpose = json.loads(told.splitlines()[-1])
    curator.when_i_say_whose_the_last_page_is(person, purpose)

    curator.then_nothing_waits()
    curator.open("/people/consents/")
    assert curator.main.get_by_text(person).count() == 0
