"""After a restore: no order gets a number before its school has said which were given last."""

import datetime

from django.core.management.base import BaseCommand

from reports.services import hold_numbers


class Command(BaseCommand):
    help = "Run once after the database came back from a copy: orders wait until each school has entered the last numbers on its papers."

    def add_arguments(self, parser):
        parser.add_argument("copied_on", type=datetime.date.fromisoformat, help="the day of the copy, for example 2026-11-21")

    def handle(self, *, copied_on, **options):
        self.stdout.write(f"{hold_numbers(copied_on=copied_on)} schools give no numbers until the page “Numbers of orders” is answered.")
