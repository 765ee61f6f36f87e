"""The hand-over sheet: what the new mentor must know, without the old one's working notes."""

from mentoring.common.papers import Paper, render_paper

TEMPLATE = "pairs/papers/handover.html"
NEWEST = 10


def handover_facts(pair) -> dict:
    """Facts of a pair that follows another one."""
    old = pair.follows
    held = old.meetings.held()
    meetings = list(held[:NEWEST])
    return {
        "school": pair.school.full_name,
        "old_mentor": old.mentor.person.full_name,
        "new_mentor": pair.mentor.person.full_name,
        "mentees": [{"name": person.full_name, "place": person.place, "request": request} for person, request in _people(pair)],
        "on": pair.starts_on,
        "role_model": old.role_model.title,
        "started_on": old.starts_on,
        "finished_on": old.finished_on,
        "ends_on": pair.ends_on,
        "count": held.count(),
        "meetings": meetings,
        "next_steps": [meeting.next_step for meeting in meetings if meeting.next_step],
    }


def handover_paper(pair) -> Paper:
    return render_paper(TEMPLATE, handover_facts(pair))


def _people(pair):
    return [(seat.mentee.person, seat.mentee.request) for seat in pair.seats.select_related("mentee__person")]
