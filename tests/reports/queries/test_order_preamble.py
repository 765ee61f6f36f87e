"""Which acts an order rests on: pairs of teachers have other ones than pairs with pupils."""

import pytest

from reports.queries.order_facts import order_facts
from reports.queries.order_texts import order_kind
from tests.factories.pairs import PairFactory
from tests.factories.programmes import FormFactory
from tests.factories.reports import OrderFactory
from tests.reference_files import acts_by_code

OF_TEACHERS, OF_PUPILS = ("labour_351_8", "az1128"), ("r145", "mr42")


def cited(order) -> set[str]:
    text = order_facts(order)["preamble"]
    assert "[" not in text
    return {code for code in (*OF_TEACHERS, *OF_PUPILS) if acts_by_code()[code]["instrumental"] in text}


def give_forms(programme, *codes):
    programme.forms.set([FormFactory(school=programme.school, code=code) for code in codes])


@pytest.mark.parametrize("kind", ["appointment_of_mentors", "pairing", "replacement", "changes"])
@pytest.mark.parametrize("forms, acts", [
    (["teacher_teacher"], OF_TEACHERS),
    (["pupil_pupil"], OF_PUPILS),
    (["teacher_teacher", "pupil_pupil"], (*OF_TEACHERS, *OF_PUPILS)),
    ([], OF_PUPILS),
])  # fmt: skip
def test_an_order_without_pairs_rests_on_the_acts_of_its_programme(school, kind, forms, acts):
    order = OrderFactory(programme__school=school, kind=kind, size=0)
    give_forms(order.programme, *forms)

    assert cited(order) == set(acts) & set(order_kind(kind)["acts"])


def test_the_pairs_of_an_order_come_before_the_forms_of_its_programme(school):
    order = OrderFactory(programme__school=school, size=0)
    pair = PairFactory(programme=order.programme, state="in_order")
    order.pairs.add(pair)
    give_forms(order.programme, "teacher_teacher", "pupil_pupil")

    assert pair.form.code == "pupil_pupil"
    assert cited(order) == set(OF_PUPILS)
