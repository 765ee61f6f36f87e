import json

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from accounts.services.passwords import one_time_password
from accounts.services.schools import open_school


class Command(BaseCommand):
    help = "Open a school and make its first administrator; prints the login and a one-time password."

    def add_arguments(self, parser):
        parser.add_argument("--full-name", required=True, help="as in the charter; printed at the head of orders")
        parser.add_argument("--short-name", required=True)
        parser.add_argument("--founder", default="")
        parser.add_argument("--place", required=True, help="for example: г. Светлоозёрск")
        parser.add_argument("--director", required=True, metavar="«Фамилия Имя Отчество»")
        parser.add_argument("--time-zone", default="Europe/Moscow")
        parser.add_argument("--administrator", required=True, metavar="«Фамилия Имя Отчество»")
        parser.add_argument("--login", required=True, help="login name of the administrator")

    def handle(self, *, director: str, administrator: str, login: str, **options):
        if User.objects.filter(username__iexact=login).exists():
            raise CommandError(f"The login name {login} is taken. Choose another one.")
        surname, name, patronymic = split_name(director, "--director")
        requisites = {key: options[key] for key in ("full_name", "short_name", "founder", "place", "time_zone")}
        requisites |= {"director_surname": surname, "director_name": name, "director_patronymic": patronymic}
        last_name, first_name, fathers_name = split_name(administrator, "--administrator")
        password = one_time_password()
        open_school(
            requisites=requisites,
            username=login,
            password=password,
            person={"last_name": last_name, "first_name": first_name, "patronymic": fathers_name},
        )
        self.stdout.write(json.dumps({"school": requisites["short_name"], "login": login, "password": password}, ensure_ascii=False))


def split_name(text: str, option: str) -> list[str]:
    """Surname, name and patronymic; the last may be missing."""
    parts = text.split(maxsplit=2)
    if len(parts) < 2:
        raise CommandError(f"{option}: write surname, name and patronymic, for example «Громова Ольга Ивановна».")
    return [*parts, ""][:3]
