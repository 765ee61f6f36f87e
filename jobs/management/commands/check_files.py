"""Compare the stored files with their rows: what is missing or torn, and what no row knows."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from jobs.services.reconciling import compare_files, keep_findings, remove_orphans


class Command(BaseCommand):
    help = "Tell which stored files are missing or torn, and which belong to no row; ends with an error when one is missing or torn."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="remove the files older than a week that belong to no row")

    def handle(self, *, remove, **options):
        now = timezone.now()
        found = compare_files(now=now)
        keep_findings(found, now=now)
        gone = remove_orphans(found.orphans, now=now) if remove else []
        for word, things in (("missing", found.missing), ("torn", found.torn), ("orphan", found.orphans), ("removed", gone)):
            for thing in things:
                self.stdout.write(f"{word} {thing}")
        if found.missing or found.torn:
            message = f"{len(found.missing)} missing, {len(found.torn)} torn: take them from a backup, or print the papers anew."
            raise CommandError(message)
        self.stdout.write(f"all files of the rows are whole; {len(found.orphans)} of no row, {len(gone)} removed")
