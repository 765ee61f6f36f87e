"""A class is found, changed and put back without a mouse."""

import pytest

from tests.stories.keyboard import KeyboardCurator

pytestmark = pytest.mark.browser


def test_filter_pick_change_and_undo_by_keyboard(own_demonstration, enter):
    curator = enter(KeyboardCurator, own_demonstration, "curator")

    curator.when_i_look_for_a_class("7Б")
    count = curator.when_i_pick_everybody()
    curator.when_i_choose_a_field("Shift")
    curator.when_i_make_the_value_the_first_choice("Shift")
    curator.when_i_confirm(count)
    curator.then_the_rows_are("changed", count)
    curator.when_i_take_it_back()

    assert count > 1
    assert curator.taps() == 0
    curator.then_the_rows_are("former value is back", count)
