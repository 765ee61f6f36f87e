"""Who is asked: the mentor and the mentees of every active or completed pair."""

from pairs.enums import PairState, Side
from pairs.models import Pair

WORKING = (PairState.ACTIVE, PairState.COMPLETED)


def participants_of(programme) -> dict[tuple[int, str], str]:
    """Return (person, side) → code of the form; somebody with several pairs is asked once, by the first."""
    found: dict[tuple[int, str], str] = {}
    pairs = Pair.objects.filter(programme=programme, state__in=WORKING).select_related("mentor", "form").prefetch_related("seats__mentee")
    for pair in pairs.order_by("pk"):
        found.setdefault((pair.mentor.person_id, Side.MENTOR), pair.form.code)
        for seat in _present(pair):
            found.setdefault((seat.mentee.person_id, Side.MENTEE), pair.form.code)
    return found


def _present(pair) -> list:
    """Return the places held to the end: a mentee who went before the others has left the programme."""
    seats = list(pair.seats.all())
    if pair.state == PairState.ACTIVE:
        return [seat for seat in seats if seat.finished_on is None]
    finished = [seat.finished_on for seat in seats if seat.finished_on is not None]
    return [seat for seat in seats if seat.finished_on is None or seat.finished_on == max(finished)]


def newcomers_of(campaign) -> int:
    """Count the people of working pairs who are not invited yet."""
    invited = set(campaign.invitations.values_list("person_id", "side"))
    return len(participants_of(campaign.programme).keys() - invited)
