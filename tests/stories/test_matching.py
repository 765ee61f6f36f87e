"""From the readiness of a programme to an order, the pairs found by the matching."""

import pytest

from tests.stories.curator_matching import CuratorMatching, KeyboardCuratorMatching

pytestmark = pytest.mark.browser


def test_a_curator_drags_with_the_price_in_sight_and_brings_the_pairs_to_an_order(own_demonstration, enter):
    curator = enter(CuratorMatching, own_demonstration, "curator")
    curator.when_i_count_the_pairs()
    price = curator.when_i_drag_a_mentee_to_another_mentor()
    curator.then_nothing_is_written_before_i_agree_to(price)
    curator.then_the_pair_is_locked()
    curator.when_i_adopt_the_run()
    curator.when_everybody_agrees()
    curator.when_i_draft_the_order()
    curator.when_i_send_the_order()


def test_the_board_needs_neither_a_mouse_nor_scripts(own_demonstration, enter):
    curator = enter(KeyboardCuratorMatching, own_demonstration, "curator", java_script_enabled=False)
    curator.when_i_count_the_pairs()
    curator.when_i_choose_another_mentor_from_the_list()
    curator.then_the_pair_is_locked()
    curator.when_i_take_it_back()
    curator.when_i_adopt_the_run()
    curator.then_the_pair_is_proposed()
