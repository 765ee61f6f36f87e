import pytest

from monitoring.models import IndicatorSheet
from tests.factories.monitoring import IndicatorSheetFactory

MARKS = {f"indicator_{position}": "2" for position in range(1, 10)}


def url(programme):
    return f"/monitoring/programmes/{programme.pk}/indicators/"


def test_sheet_is_saved_and_shown_with_its_level(sign_in, curator, programme):
    response = sign_in(curator).post(url(programme), MARKS, follow=True)

    newest = response.context["newest"]
    assert (newest.total, newest.level) == (18, "optimal")


def test_unmarked_indicator_is_named_and_the_rest_kept(sign_in, curator, programme):
    marks = {name: mark for name, mark in MARKS.items() if name != "indicator_4"}

    response = sign_in(curator).post(url(programme), marks)

    content = response.content.decode()
    assert response.context["form"].errors.keys() == {"indicator_4"}
    assert content.count(" checked") == 8
    assert not IndicatorSheet.objects.exists()


def test_labels_are_those_of_the_table(sign_in, curator, programme):
    content = sign_in(curator).get(url(programme)).content.decode()

    assert content.count("Проявляется в полной мере") == 9
    assert content.count("Не проявляется") == 9


def test_director_reads_and_may_not_mark(sign_in, director, programme):
    IndicatorSheetFactory(programme=programme)
    client = sign_in(director)

    assert "<form" not in client.get(url(programme)).content.decode().split("<main", 1)[1]
    assert client.post(url(programme), MARKS).status_code == 403


@pytest.mark.parametrize("number", [1, 30])
def test_queries_do_not_grow_with_sheets(sign_in, curator, programme, number, django_assert_num_queries):
    IndicatorSheetFactory.create_batch(number, programme=programme)
    client = sign_in(curator)

    with django_assert_num_queries(6):
        client.get(url(programme))
