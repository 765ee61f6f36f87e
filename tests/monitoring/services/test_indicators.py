import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEvent
from mentoring.common.refusal import Refusal
from monitoring.models import IndicatorScore, IndicatorSheet
from monitoring.services import fill_indicator_sheet


def test_sheet_keeps_the_titles_it_was_filled_with(curator, programme):
    sheet = fill_indicator_sheet(actor=curator, programme=programme, values=[2, 2, 1, 2, 2, 2, 1, 2, 2])

    first = sheet.scores.first()
    assert (first.position, first.value) == (1, 2)
    assert first.title == "соответствие деятельности цели и задачам"
    assert AuditEvent.objects.get().details["total"] == 16


@pytest.mark.parametrize("values", [[2] * 8, [2] * 10, [2] * 8 + [3], [2] * 8 + [-1]])
def test_sheet_needs_nine_marks_of_0_1_or_2(curator, programme, values):
    with pytest.raises(Refusal, match="nine indicators"):
        fill_indicator_sheet(actor=curator, programme=programme, values=values)
    assert not IndicatorSheet.objects.exists()


def test_same_marks_again_make_no_second_sheet(curator, programme):
    first = fill_indicator_sheet(actor=curator, programme=programme, values=[1] * 9)

    assert fill_indicator_sheet(actor=curator, programme=programme, values=[1] * 9) == first
    assert IndicatorScore.objects.count() == 9


def test_changed_marks_make_a_new_sheet(curator, programme):
    fill_indicator_sheet(actor=curator, programme=programme, values=[1] * 9)
    fill_indicator_sheet(actor=curator, programme=programme, values=[2] * 9)

    assert IndicatorSheet.objects.count() == 2


def test_director_may_not_mark(director, programme):
    with pytest.raises(PermissionDenied):
        fill_indicator_sheet(actor=director, programme=programme, values=[2] * 9)
