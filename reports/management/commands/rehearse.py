import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django_scopes import scope

from reports.rehearsal.demonstration import begin_next_year, write_logins
from reports.rehearsal.every_paper import write_every_paper
from reports.rehearsal.papers import write_papers
from reports.rehearsal.staff import demonstration_allowed
from reports.rehearsal.year import counts, play


class Command(BaseCommand):
    help = (
        "Let an invented school live a mentoring year through the same services that the pages use; --out writes a paper of every kind too."
    )

    def add_arguments(self, parser):
        parser.add_argument("--out", type=Path, metavar="DIR", help="folder for the papers; without it the year is played in half the time")
        parser.add_argument("--seed", type=int, default=2026, help="the same seed gives the same people and counts")
        parser.add_argument(
            "--demo", action="store_true", help="give out logins with a known password and begin the running school year too"
        )

    def handle(self, *, out: Path | None, seed: int, demo: bool, **options):
        if demo and not demonstration_allowed():
            raise CommandError("--demo hands out a known password: it works only with the development settings.")
        year = play(seed=seed, demo=demo, in_may=write_every_paper(out) if out else None)
        figures = counts(year)
        with scope(school=year.staff.school):
            files = write_papers(year.staff, year.programme, year.orders, out) if out else {}
            if demo:
                begin_next_year(year)
                write_logins(year.staff)
        answer = {"school": year.staff.school.short_name, "seed": seed, "counts": figures, "files": files}
        self.stdout.write(json.dumps(answer, ensure_ascii=False))
