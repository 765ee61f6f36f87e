"""An order from its draft to the code on its paper; a pile of orders with one button."""

import pytest

from mentoring.common.clock import today
from reports.queries.order_texts import kind_words
from reports.rehearsal.troupe import MATERIAL
from tests.stories.curator_orders import CuratorOrders
from tests.stories.director import Director
from tests.stories.papers import codes_of, text_of_pdf
from tests.stories.visitor import Visitor
from tests.stories.words import in_words

pytestmark = pytest.mark.browser

REMARK = "Добавьте срок отчёта кураторов."
ITEM = "Кураторам представить отчёт о работе до 25 мая."
PILE = 20


def test_draft_return_sign_verify_by_qr(own_demonstration, enter, tmp_path):
    curator = enter(CuratorOrders, own_demonstration, "curator")
    director = enter(Director, own_demonstration, "director")
    own_demonstration.work()

    heading = curator.when_i_draft("appointment_of_curators")
    curator.when_i_send_the_order()
    director.when_i_open_the_waiting_order(heading)
    director.when_i_return_it(REMARK)
    curator.when_i_open_the_returned_order()
    curator.then_i_read_the_remark(REMARK)
    curator.when_i_add_an_item(ITEM)
    curator.when_i_send_the_order()
    director.when_i_follow_the_newest_letter()
    director.when_i_sign_it()
    signatory = director.main.locator(".paper-signature").first.inner_text().split()[-1]
    number = director.then_it_has_a_number()
    paper = director.then_i_download_the_pdf(tmp_path)
    assert ITEM in text_of_pdf(paper)

    [address] = codes_of(paper)
    visitor = enter(Visitor, own_demonstration, login="")
    visitor.when_i_scan(address)
    visitor.then_the_paper_is_genuine(kind_words("appointment_of_curators"), number, in_words(today()))
    visitor.then_nothing_else_is_told(heading, ITEM, MATERIAL["school"]["short_name"], signatory)


def test_a_director_signs_twenty_orders_from_one_list(own_demonstration, enter):
    own_demonstration.manage("shell", "-c", f"from tests.stories.desk import send_orders; send_orders({PILE})")
    director = enter(Director, own_demonstration, "director")

    director.when_i_open_the_pile()
    with director.counting() as hand:
        director.when_i_take_the_tick_from("О закреплении наставнических пар")
        director.when_i_sign_the_ticked_orders()

    numbers = director.then_so_many_are_signed(PILE)
    assert numbers == list(range(numbers[0], numbers[0] + PILE))
    assert hand["taps"] == 2
    director.when_i_open_the_waiting_order("О закреплении наставнических пар")
