import gc

import pytest

from mentoring.common.collector import collector_paused


def test_the_collector_rests_inside_and_works_afterwards():
    with collector_paused():
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()

    assert gc.isenabled()


def test_a_fault_inside_wakes_it_as_well():
    with pytest.raises(ZeroDivisionError), collector_paused():
        1 / 0  # noqa: B018 - the fault

    assert gc.isenabled()
