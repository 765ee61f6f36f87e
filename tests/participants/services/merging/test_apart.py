from participants.models import (
    ToldApart,
)
from participants.services import tell_apart


def test_saying_twice_that_two_are_two_is_quiet(curator, kept, lost):
    tell_apart(actor=curator, one=kept, other=lost)
    tell_apart(actor=curator, one=lost, other=kept)

    assert ToldApart.objects.get().pair == ToldApart.key(kept.pk, lost.pk)
