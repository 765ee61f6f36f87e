"""T-41: a database that came back from a copy of yesterday knows nothing of the orders of today, and gives none of their numbers."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django_scopes import scope

from accounts.enums import Role
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from reports.queries.numbering import MAIN_SERIES
from reports.services import hold_numbers, settle_last_numbers, sign_order
from tests import database
from tests.factories.accounts import MembershipFactory
from tests.factories.reports import OrderFactory, signed_order

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def director():
    actor = MembershipFactory(role=Role.DIRECTOR)
    with scope(school=actor.school):
        yield actor


def copy_database(folder: Path) -> Callable[[], None]:
    """Copy the database of the test as docs/deploying.md says; the answer brings it back."""
    return _copy_postgresql(folder / "copy.dump") if connection.vendor == "postgresql" else _copy_sqlite(folder / "copy.sqlite3")


def _copy_postgresql(dump: Path) -> Callable[[], None]:
    if shutil.which("pg_dump") is None:
        pytest.skip("pg_dump is not installed")
    address = database.environment()["DATABASE_URL"]
    subprocess.run(["pg_dump", "-Fc", "--dbname", address, "--file", dump], check=True)

    def restore() -> None:
        connection.close()
        subprocess.run(["pg_restore", "--clean", "--exit-on-error", "--dbname", address, dump], check=True)

    return restore


def _copy_sqlite(copy: Path) -> Callable[[], None]:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])

    def restore() -> None:
        kept = sqlite3.connect(copy)
        kept.backup(connection.connection)
        kept.close()

    return restore


def test_a_restored_database_gives_no_number_that_a_paper_bears(director, tmp_path):
    on_paper = [signed_order(by=director).sequence]
    restore = copy_database(tmp_path)
    on_paper += [signed_order(by=director).sequence for _order in range(2)]
    restore()
    hold_numbers(copied_on=clock.today())

    order = OrderFactory(sent=True, programme__school=director.school)
    with pytest.raises(Refusal):
        sign_order(actor=director, order=order)
    curator = MembershipFactory(role=Role.CURATOR, school=director.school)
    settle_last_numbers(actor=curator, year=clock.today().year, last={MAIN_SERIES: max(on_paper)})

    assert sign_order(actor=director, order=order).sequence not in on_paper


def test_a_restored_database_that_nobody_tells_gives_a_number_again(director, tmp_path):
    """The control: so it would be without the word of the people who hold the papers."""
    restore = copy_database(tmp_path)
    lost = signed_order(by=director).sequence
    restore()

    assert signed_order(by=director).sequence == lost
