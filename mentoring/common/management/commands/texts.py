from django.core.management.base import BaseCommand, CommandError

from mentoring.common.texts import catalogue


class Command(BaseCommand):
    help = "Bring the Russian catalogue to the sources; --check only looks, --compile builds what Django reads."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="fail on a missing, stale or untranslated text")
        parser.add_argument("--compile", action="store_true", help="build the .mo file")

    def handle(self, *, check, compile, **options):  # noqa: A002 - the option is called so
        if check:
            problems = catalogue.problems()
            if problems:
                raise CommandError("\n".join([*problems, f"{len(problems)} texts need care: manage.py texts, then translate."]))
            self.stdout.write("Every text is translated.")
        elif compile:
            self.stdout.write(f"Compiled {catalogue.compile_catalogue().name}.")
        else:
            count = len(catalogue.update())
            self.stdout.write(f"{count} texts in {catalogue.po_path().name}.")
