"""A willing mentor or mentee answers: from the account, or by personal link without one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.access import needs
from accounts.bearer import Bearer
from accounts.links import link_closed, personal_page
from accounts.permissions import Permission
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from participants.enums import ImportBase
from participants.forms import EntryQuestionsForm
from participants.queries.entry import MODELS, PURPOSES, answers_of
from participants.queries.entry_texts import questionnaire
from participants.services import send_linked_answers, send_own_answers


@needs(Permission.ANSWER_QUESTIONNAIRES)
def entry_mine(request, base, pk):
    record = get_object_or_404(_records(base), pk=pk, person__user_id=request.actor.user_id)

    def send(answers):
        send_own_answers(actor=request.actor, record=record, answers=answers)
        messages.success(request, _("Thank you. The curator will look at your answers."))

    return _answer(request, base, record, send) or redirect(record.person)


def _by_link(base):
    """The page of one base; the purpose of a link says which base it is for."""

    @personal_page(PURPOSES[base])
    def answer(request, link):
        record = _records(base).filter(pk=link.subject).first()
        if record is None or record.left_on is not None or record.programme.ends_on < today():
            return link_closed(request, link.school)
        bearer = Bearer(link.school_id, record.person.full_name)

        def send(answers):
            send_linked_answers(bearer=bearer, link=link, record=record, answers=answers)

        page = _answer(request, base, record, send, layout="base_public.html")
        return page or render(request, "participants/entry_thanks.html", {"record": record, "school": link.school})

    return answer


entry_mentor = _by_link(ImportBase.MENTORS)
entry_mentee = _by_link(ImportBase.MENTEES)


def _records(base):
    return MODELS[base].objects.with_person() if base in MODELS else MODELS[ImportBase.MENTORS].objects.none()


def _answer(request, base, record, send, layout="base.html"):
    """The form, or None when the answers were taken. Earlier answers stand in it, so a correction is a few words."""
    words = questionnaire(base)
    earlier = answers_of(record).first()
    given = earlier.answers if earlier else None
    form = EntryQuestionsForm(request.POST or None, words=words, kind=record.person.kind, given=given)
    if request.method == "POST" and form.is_valid():
        try:
            send(form.answers())
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return None
    return render(
        request, "participants/entry_answer.html", {"form": form, "record": record, "words": words, "layout": layout, "earlier": earlier}
    )
