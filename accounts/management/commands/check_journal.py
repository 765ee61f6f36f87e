"""Follow the chain of every school's journal from its first event to its last."""

from django.core.management.base import BaseCommand, CommandError
from django_scopes import scope

from accounts.models import School
from accounts.services.journal import journal_fault


class Command(BaseCommand):
    help = "Tell whether an event of the audit journal was changed or removed; ends with an error when one was."

    def handle(self, **options):
        broken = 0
        for school in School.objects.order_by("pk"):
            with scope(school=school):
                fault = journal_fault(school)
            broken += bool(fault)
            self.stdout.write(f"{school}: {fault or 'the journal holds'}")
        if broken:
            message = f"The journals of {broken} schools do not hold. Compare them with a backup and find out who writes to the database."
            raise CommandError(message)
