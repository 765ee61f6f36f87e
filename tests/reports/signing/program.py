"""Run as a process: reads a task as JSON, forks a process for each list of orders, prints what came of every approval."""

import json
import multiprocessing
import sys
import time

import django

django.setup()

from django.db import DatabaseError, IntegrityError, connections, transaction  # noqa: E402 - after the set-up
from django.db.models import Max  # noqa: E402 - the same
from django_scopes import scope, scopes_disabled  # noqa: E402 - the same

from accounts.models import Membership  # noqa: E402 - the same
from jobs.services.sending import publish  # noqa: E402 - the same
from mentoring.common import clock  # noqa: E402 - the same
from reports.enums import OrderState  # noqa: E402 - the same
from reports.models import Order  # noqa: E402 - the same
from reports.services import signing  # noqa: E402 - the same


def main(task: dict) -> list[tuple]:
    fork = multiprocessing.get_context("fork")
    start, turn, told = fork.Barrier(len(task["orders"])), fork.Lock(), fork.Queue()
    directors = [fork.Process(target=sign_all, args=(task, keys, start, turn, told)) for keys in task["orders"]]
    for director in directors:
        director.start()
    outcomes = [told.get() for keys in task["orders"] for _key in keys]
    for director in directors:
        director.join()
    return outcomes


def sign_all(task: dict, keys: list[int], start, turn, told) -> None:
    with scopes_disabled():
        director = Membership.objects.select_related("school", "user").get(pk=task["director"])
    step = take_highest if task["without_lock"] else sign
    with scope(school=director.school):
        with turn:
            warm_up(director, keys[0])
        start.wait()
        for key in keys:
            order, begun = Order.objects.select_related("author").get(pk=key), time.perf_counter()
            outcome = attempt(step, director, order, fails=key in task["failing"])
            told.put((key, outcome, time.perf_counter() - begun))
    connections.close_all()


def warm_up(director, key: int) -> None:
    """A server's process has signed before: its code is loaded, the database and the queue know it. What it signs here is taken back."""
    attempt(sign, director, Order.objects.select_related("author").get(pk=key), fails=True)
    publish(0)


def attempt(step, director, order, *, fails: bool) -> str:
    try:
        with transaction.atomic():
            step(director, order)
            transaction.set_rollback(fails)
    except IntegrityError as error:
        return "doubled" if "one_order_per_number" in str(error) else repr(error)
    except DatabaseError as error:
        return "late" if "timeout" in str(error) else repr(error)
    return "failed" if fails else "signed"


def sign(director, order) -> None:
    signing.sign_order(actor=director, order=order)


def take_highest(director, order) -> None:
    """What must not be done: look for the highest number, add one, nothing held. The order is entered as one from paper."""
    day = clock.today()
    highest = Order.objects.filter(year=day.year).aggregate(highest=Max("sequence"))["highest"] or 0
    own = {"year": day.year, "sequence": highest + 1, "signed_on": day}
    Order.objects.filter(pk=order.pk).update(state=OrderState.REGISTERED, **own)


if __name__ == "__main__":
    json.dump(main(json.load(sys.stdin)), sys.stdout)
