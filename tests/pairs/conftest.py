import datetime

import pytest

from mentoring.common.clock import pretend
from pairs.services.runs import start_runs
from tests.factories.pairs import PairFactory, WishRoundFactory
from tests.factories.participants import GuardianFactory, MenteeRecordFactory, MentorRecordFactory
from tests.factories.programmes import FormFactory, KindFactory, RoleModelFactory

TODAY = datetime.date(2026, 11, 10)


@pytest.fixture(autouse=True)
def november():
    """The tests of this room live on 10 November 2026, in the middle of the work of pairs."""
    with pretend(TODAY):
        yield TODAY


@pytest.fixture
def mentor(programme):
    return MentorRecordFactory(programme=programme, person__ready=True, capacity=2)


@pytest.fixture
def new_mentee(programme):
    """Call it to get one more mentee who is ready and has a guardian."""

    def make(**kwargs):
        record = MenteeRecordFactory(programme=programme, **({"person__ready": True} | kwargs))
        GuardianFactory(person=record.person)
        return record

    return make


@pytest.fixture
def mentee(new_mentee):
    return new_mentee()


@pytest.fixture
def terms(curator, programme, mentor, mentee):
    """Everything that `propose_pair` asks for, all of it right; a test spoils one thing."""
    form = FormFactory(school=programme.school)
    return {
        "actor": curator,
        "programme": programme,
        "mentor": mentor,
        "mentees": [mentee],
        "form": form,
        "role_model": RoleModelFactory(school=programme.school, form=form),
        "kind": KindFactory(school=programme.school),
        "starts_on": TODAY,
        "ends_on": datetime.date(2027, 5, 31),
    }


@pytest.fixture
def group_kind(programme):
    return KindFactory(school=programme.school, code="group", title="Групповое")


@pytest.fixture
def pupils_form(programme):
    """The form of pupils with a role model that admits everybody."""
    form = FormFactory(school=programme.school)
    RoleModelFactory(school=programme.school, form=form)
    programme.forms.add(form)
    KindFactory(school=programme.school)
    return form


@pytest.fixture
def crowd(programme, pupils_form, new_mentee):
    """Three mentors with four places and four mentees, all ready; (mentors, mentees)."""
    mentors = [
        MentorRecordFactory(programme=programme, person__ready=True, person__surname=surname, person__class_name="9А", capacity=capacity)
        for surname, capacity in (("Орлова", 2), ("Громова", 1), ("Белова", 1))
    ]
    classes = ("7А", "8Б", "6В", "8А")
    surnames = ("Сидоров", "Ласточкина", "Петухов", "Чайкина")
    mentees = [
        new_mentee(person__surname=surname, person__class_name=class_name) for surname, class_name in zip(surnames, classes, strict=True)
    ]
    return mentors, mentees


@pytest.fixture
def run(curator, programme, crowd):
    """A counted run of the crowd."""
    [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"])
    return run


@pytest.fixture
def pair(programme, mentor_actor, mentee_actor):
    """A pair at work whose mentor and mentee sign in."""
    pair = PairFactory(programme=programme, active=True)
    for person, actor in ((pair.mentor.person, mentor_actor), (pair.mentee_people[0], mentee_actor)):
        person.user = actor.user
        person.save()
    return pair


@pytest.fixture
def wish_round(programme):
    """It asks mentees and mentors."""
    RoleModelFactory(school=programme.school, form=programme.forms.get())
    return WishRoundFactory(programme=programme, asks_mentors=True)
