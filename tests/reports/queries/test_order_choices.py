"""What the forms of orders stand filled with."""

from accounts.enums import Role
from accounts.models import Membership
from reports.queries.order_choices import COMMITTEE, first_curators, first_members
from tests.factories.accounts import MembershipFactory
from tests.factories.programmes import ProgrammeFactory


def test_a_curator_stands_with_the_forms_of_the_programme_and_nobody_else_does(school, curator):
    programme = ProgrammeFactory(school=school)
    MembershipFactory(school=school, role=Role.PSYCHOLOGIST)

    lines = first_curators(programme)

    forms = ", ".join(f"«{form.title}»" for form in programme.forms.all())
    assert f"{curator.user.get_full_name()}; куратор программы наставничества; {forms}" in lines
    assert len(lines) == Membership.objects.filter(role=Role.CURATOR).count()


def test_the_first_of_a_committee_heads_it(school, curator):
    MembershipFactory(school=school, role=Role.COORDINATOR)
    MembershipFactory(school=school, role=Role.PSYCHOLOGIST)

    parts = [line.split("; ")[1:] for line in first_members(ProgrammeFactory(school=school), COMMITTEE)]

    assert parts[0] == ["координатор программы наставничества", "председатель"]
    assert parts[-1] == ["педагог-психолог", "член комитета"]
