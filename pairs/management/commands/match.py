from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from pairs.matching.costs import TooLarge
from pairs.matching.engine import match
from pairs.matching.exchange import read_instance, write_plan
from pairs.matching.goals import DEFAULT_GOALS, BadGoals, Goal
from pairs.matching.instance import BadInstance


class Command(BaseCommand):
    help = "Find the best pairs of an instance and print them as JSON; exit status 2 and a sentence when it contradicts itself."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--instance", type=Path, required=True, metavar="FILE.json", help="mentors, edges, locked, forbidden")
        names = ", ".join(Goal)
        parser.add_argument("--goals", default=",".join(DEFAULT_GOALS), help=f"what counts, the first most, with commas: {names}")

    def handle(self, *, instance: Path, goals: str, **options):
        try:
            plan = match(read_instance(instance.read_bytes()), _goals(goals))
        except OSError as error:
            raise CommandError(f"{instance} cannot be read: {error.strerror}.", returncode=2) from error
        except (BadInstance, BadGoals, TooLarge) as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(write_plan(plan))


def _goals(text: str) -> tuple[Goal, ...]:
    names = [name.strip() for name in text.split(",")]
    if unknown := [name for name in names if name not in set(Goal)]:
        raise BadGoals(f"There is no goal {unknown[0] or '«»'}; there are: {', '.join(Goal)}.")
    return tuple(Goal(name) for name in names)
