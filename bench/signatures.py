"""Run as a process on PostgreSQL: prints within how many seconds 99 of 100 approvals end, and on the error stream how many timed out."""

import sys

import django

django.setup()

from django.db import connection  # noqa: E402 - after the set-up
from django_scopes import scope  # noqa: E402 - the same

from accounts.enums import Role  # noqa: E402 - the same
from tests.factories.accounts import MembershipFactory  # noqa: E402 - the same
from tests.factories.programmes import ProgrammeFactory  # noqa: E402 - the same
from tests.factories.reports import OrderFactory  # noqa: E402 - the same
from tests.reports.signing.crowd import Outcome, percentile, sign_at_once  # noqa: E402 - the same

PROCESSES, TURNS = 50, 20


def approvals() -> list[Outcome]:
    director = MembershipFactory(role=Role.DIRECTOR)
    with scope(school=director.school):
        programme = ProgrammeFactory(school=director.school)
        orders = [[OrderFactory(sent=True, programme=programme).pk for _turn in range(TURNS)] for _process in range(PROCESSES)]
    with connection.cursor() as cursor:
        cursor.execute("checkpoint")  # the disk is at rest: making the database has left thousands of files to write
    return sign_at_once(director=director.pk, orders=orders)


if __name__ == "__main__":
    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        told = approvals()
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)
    print(f"{sum(one.outcome != 'signed' for one in told)} of {len(told)} timed out", file=sys.stderr)
    print(percentile([one.seconds for one in told], 0.99))
