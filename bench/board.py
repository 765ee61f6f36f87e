"""A drop on the board of three hundred mentees: server time of the page with the prices, of the step and of the board after it."""

import random
import re
import statistics
import time

from django.test import Client
from django_scopes import scope

from accounts.enums import Role
from accounts.middleware import SESSION_KEY
from pairs.matching.prices import Prices
from pairs.models import MatchingRun
from pairs.queries.tables import open_table
from pairs.services.runs import start_runs
from participants.enums import NEEDED_TO_PAIR
from participants.models import Consent, MenteeRecord, MentorRecord, Person
from tests.factories.accounts import MembershipFactory, SchoolFactory
from tests.factories.programmes import FormFactory, KindFactory, ProgrammeFactory, RoleModelFactory

MENTEES, MENTORS = 300, 82
DROPS = 9


def invent_school():
    """A counted run of a school whose pupils ask for ten topics, and the client of its curator."""
    school = SchoolFactory()
    curator = MembershipFactory(school=school, role=Role.CURATOR)
    with scope(school=school):
        programme = ProgrammeFactory(school=school)
        RoleModelFactory(school=school, form=FormFactory(school=school))
        KindFactory(school=school)
        chance = random.Random(2026)  # noqa: S311 - invents people
        _enter(MenteeRecord, MENTEES, programme, curator, chance, (5, 9), {})
        _enter(MentorRecord, MENTORS, programme, curator, chance, (8, 11), {"capacity": 4})
        [run] = start_runs(actor=curator, programme=programme, weightings=["programme"], orders=["total"])
    client = Client()
    client.force_login(curator.user)
    session = client.session
    session[SESSION_KEY] = curator.pk
    session.save()
    return school, run, client


def _enter(model, count, programme, curator, chance, classes, facts) -> None:
    interests = ["шахматы", "музыка", "футбол", "книги", "робототехника", "танцы"]
    for number in range(count):
        person = Person(school=programme.school, surname=f"{model.__name__}{number}", name="Вера", patronymic="Петровна", kind="pupil")
        person.class_name = f"{chance.randint(*classes)}А"
        person.save()
        model.objects.create(
            school=programme.school, programme=programme, person=person, interests=", ".join(chance.sample(interests, 2)), **facts
        )
        for purpose in NEEDED_TO_PAIR:
            signed = {
                "signer": "Родитель",
                "basis": "parent",
                "text_version": "1",
                "text_sha256": "0" * 64,
                "given_on": programme.starts_on,
            }
            Consent.objects.create(school=programme.school, person=person, purpose=purpose, recorded_by=curator, **signed)


def parts_of_a_drop() -> dict[str, float]:
    """Median seconds of each request of a drop: the prices while dragging, the step, the board that follows; and of the bare prices."""
    school, run, client = invent_school()
    chance, took = random.Random(7), {"bare": [], "prices": [], "step": [], "board": []}  # noqa: S311 - picks what is measured
    for _drop in range(DROPS):
        with scope(school=school):
            run = MatchingRun.objects.get(pk=run.pk)
        mentee = chance.choice(run.plan["pairs"])[0]
        page = _timed(took["prices"], client.get, f"{run.get_absolute_url()}mentee/{mentee}/?part=1")
        mentor = chance.choice(re.findall(r'data-way="(\d+)"', page.content.decode()))
        data = {"step": f"move {mentee} {mentor}", "version": run.version}
        _timed(took["step"], client.post, f"{run.get_absolute_url()}step/", data)
        _timed(took["board"], client.get, run.get_absolute_url())
        with scope(school=school):
            table = open_table(MatchingRun.objects.get(pk=run.pk))
            problem, somebody = (
                table.problem(),
                next(pair for pair in table.plan.pairs if (int(pair.mentee), int(pair.mentor)) not in table.locked),
            )
        _timed(took["bare"], lambda: Prices(problem, table.plan, table.goals).of(somebody.mentee))  # noqa: B023 - called at once
    return {part: statistics.median(seconds) for part, seconds in took.items()}


def _timed(seconds: list, ask, *arguments):
    """What `ask` answers; the processor's seconds of this process are added to the list, whatever else the machine does."""
    start = time.process_time()
    answer = ask(*arguments)
    seconds.append(time.process_time() - start)
    assert getattr(answer, "status_code", 200) in (200, 302)
    return answer
