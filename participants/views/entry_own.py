"""A willing mentor or mentee answers: from the account, or by personal link without one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.bearer import Bearer
from accounts.links import link_closed, personal_page
from accounts.permissions import Permission
from mentoring.common.clock import today
from participants.enums import ConsentPurpose, EntryWay, ImportBase
from participants.queries.entry import MODELS, PURPOSES
from participants.services import send_linked_answers, send_own_answers
from participants.services.consent_rules import REFUSED, people_without_consents
from participants.views.entry_filling import fill_in

TEMPLATE = "participants/entry_answer.html"


@needs(Permission.ANSWER_QUESTIONNAIRES)
def entry_mine(request, base, pk):
    record = get_object_or_404(_records(base), pk=pk, person__user_id=request.actor.user_id)

    def send(answers):
        send_own_answers(actor=request.actor, record=record, answers=answers)
        messages.success(request, _("Thank you. The curator will look at your answers."))

    page = fill_in(request, record, actor=request.actor, way=EntryWay.ACCOUNT, send=send, template=TEMPLATE, layout="base.html")
    return page or redirect(record.person)


def _by_link(base):
    """The page of one base; the purpose of a link says which base it is for."""

    @personal_page(PURPOSES[base])
    def answer(request, link):
        record = _records(base).filter(pk=link.subject).first()
        if record is None or record.left_on is not None or record.programme.ends_on < today() or _has_refused(record.person):
            return link_closed(request, link.school)
        bearer = Bearer(link.school_id, record.person.full_name)

        def send(answers):
            send_linked_answers(bearer=bearer, link=link, record=record, answers=answers)

        door = {"actor": bearer, "way": EntryWay.LINK, "link": link}
        page = fill_in(request, record, **door, send=send, template=TEMPLATE, layout="base_public.html")
        return page or render(request, "participants/entry_thanks.html", {"record": record, "school": link.school})

    return answer


entry_mentor = _by_link(ImportBase.MENTORS)
entry_mentee = _by_link(ImportBase.MENTEES)


def _records(base):
    return MODELS[base].objects.with_person() if base in MODELS else MODELS[ImportBase.MENTORS].objects.none()


def _has_refused(person) -> bool:
    """Their data is not worked with any more, so the link shows nothing of it."""
    return bool(people_without_consents([person], (ConsentPurpose.PROCESSING,), stops=REFUSED))
