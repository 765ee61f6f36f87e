"""The register of orders on paper."""

from mentoring.common import clock
from mentoring.common.papers import Paper, render_paper
from reports.enums import ANNULMENT
from reports.queries.order_texts import kind_words


def register_paper(school, orders) -> Paper:
    rows = [
        {
            "number": order.number,
            "date": order.signed_on,
            "title": order.title,
            "kind": kind_words(order.kind),
            "state": order.get_state_display(),
            "amendments": [{"annuls": one.kind == ANNULMENT, "number": one.number, "date": one.signed_on} for one in order.amendments],
            "programme": str(order.programme),
        }
        for order in orders.with_amendments()
    ]
    return render_paper("reports/papers/order_register.html", {"school": school.full_name, "rows": rows, "on": clock.today()})
