"""An order at the director's, a signed one, one from paper, a document, the job that prints."""

from jobs.models import Job
from jobs.services import store
from reports.models import Order
from reports.services import finish_document, prepare_order, register_earlier_order, send_order, sign_order
from tests.factories.reports import DocumentFactory
from tests.mentoring.common.papers.test_binder import blank


def paper_keys(pair, agreed, people) -> dict:
    curator, school = people["curator"], pair.school
    order = prepare_order(actor=curator, programme=pair.programme, pairs=[agreed])
    send_order(actor=curator, order=order)
    order.pdf = store(school_id=school.pk, name="Приказ.pdf", content_type="application/pdf", content=blank(1).getvalue())
    order.save(update_fields=["pdf"])
    signed = _sign(pair, people)
    job = Job.objects.create(school=school, kind="order_pdf", title="Приказ", dedupe_key="world", created_by=curator, file=order.pdf)
    paper = {"title": "О внедрении модели", "number": "71-б", "signed_on": pair.programme.starts_on}
    earlier = register_earlier_order(actor=curator, programme=pair.programme, **paper)
    scanned = register_earlier_order(actor=curator, programme=pair.programme, **paper | {"number": "72-б"})
    Order.objects.filter(pk=scanned.pk).update(scan=order.pdf)
    return {
        "order": order.pk,
        "earlier_order": earlier.pk,
        "scanned_order": scanned.pk,
        "finished_document": finish_document(actor=curator, document=DocumentFactory(programme=pair.programme, author=curator)).pk,
        "document": DocumentFactory(programme=pair.programme, author=curator, pdf=order.pdf).pk,
        "check_code": signed.check_code,
        "signed_order": signed.pk,
        "job": job.pk,
    }


def _sign(pair, people):
    """A signed order that names the mentor of the pair."""
    told = {"mentors": [pair.mentor.pk]}
    order = prepare_order(actor=people["curator"], programme=pair.programme, kind="appointment_of_mentors", details=told)
    send_order(actor=people["curator"], order=order)
    return sign_order(actor=people["director"], order=order)
