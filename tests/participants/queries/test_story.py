import datetime

import pytest

from participants.queries import story
from participants.queries.story import Event, story_of, story_part
from tests.factories.participants import PersonFactory

AUGUST, SEPTEMBER = datetime.date(2026, 8, 31), datetime.date(2026, 9, 1)


@pytest.fixture
def parts(monkeypatch):
    """Two parts alone: two days of school life, and many meetings."""
    monkeypatch.setattr(story, "PARTS", {})
    story_part("life", "Life")(lambda person, actor: [Event(AUGUST, "summer", "dot"), Event(SEPTEMBER, "autumn", "dot")])
    story_part("talks", "Talks")(lambda person, actor: [Event(SEPTEMBER, f"talk {number}", "dot", rank=1) for number in range(40)])


def test_events_stand_by_school_years_the_newest_first(school, curator, parts):
    told = story_of(PersonFactory(school=school), curator, whole=True)

    assert [(year["title"], len(year["events"])) for year in told.years] == [("2026/2027", 41), ("2025/2026", 1)]
    assert [year["events"][-1].sentence for year in told.years] == ["autumn", "summer"]
    assert told.parts == [{"name": "life", "label": "Life", "count": 2}, {"name": "talks", "label": "Talks", "count": 40}]


def test_a_long_story_shows_its_first_thirty_and_a_part_alone_what_belongs_to_it(school, curator, parts):
    person = PersonFactory(school=school)

    assert [len(year["events"]) for year in story_of(person, curator).years] == [30]
    assert story_of(person, curator).is_cut
    assert [event.sentence for event in story_of(person, curator, about="life").events] == ["autumn", "summer"]
    assert len(story_of(person, curator, about="nonsense").events) == 42


def test_two_parts_do_not_share_a_name(parts):
    with pytest.raises(ValueError, match="life"):
        story_part("life", "Again")(lambda person, actor: [])
