"""The round of wishes as the curator runs it: open, who has not answered, papers, close."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.addresses import site_address
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal, as_pdf
from pairs.documents import wish_blanks_paper, wish_links_paper
from pairs.forms.wishes import RoundForm
from pairs.models import WishRound
from pairs.queries.wishes import asked_of
from pairs.services import close_wish_round, issue_wish_links, open_wish_round
from participants.class_names import tidy_class_name
from programmes.models import Programme

AT_ONCE = 60  # sheets in one print: a class, not a school


@needs(Permission.MANAGE_PAIRS)
def wish_round(request, pk):
    programme = get_object_or_404(Programme.objects.visible_to(request.actor), pk=pk)
    found = WishRound.objects.select_related("programme").filter(programme=programme).first()
    form = RoundForm(request.POST or None, initial={"closes_on": found.closes_on, "asks_mentors": found.asks_mentors} if found else None)
    if request.method == "POST" and form.is_valid():
        try:
            open_wish_round(actor=request.actor, programme=programme, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("The wishes are open."))
            return redirect("pairs:wish_round", programme.pk)
    context = {"programme": programme, "wish_round": found, "form": form}
    return render(request, "pairs/wishes/round.html", context | (_people(request, found) if found else {}))


def _people(request, found) -> dict:
    everybody = asked_of(found)
    class_name = tidy_class_name(request.GET.get("class_name", ""))
    silent_only = request.GET.get("answers", "none") == "none"
    of_class = [one for one in everybody if class_name in {"", one.record.person.class_name}]
    return {
        "rows": [one for one in of_class if one.sheet is None or not silent_only],
        "silent_only": silent_only,
        "class_name": class_name,
        "classes": sorted({one.record.person.class_name for one in everybody} - {""}),
        "asked": len(everybody),
        "silent": sum(one.sheet is None for one in everybody),
    }


@require_POST
@needs(Permission.MANAGE_PAIRS)
def wish_round_close(request, pk):
    found = get_object_or_404(WishRound, programme__in=Programme.objects.visible_to(request.actor), programme_id=pk)
    close_wish_round(actor=request.actor, wish_round=found)
    messages.success(request, _("The wishes are closed. Nobody can answer until they are opened again."))
    return redirect("pairs:wish_round", pk)


@require_safe
@needs(Permission.MANAGE_PAIRS)
def wish_blanks(request, pk):
    """Sheets to fill by hand, for those who have not answered."""
    found, asked = _silent(request, pk)
    if not 0 < len(asked) <= AT_ONCE:
        return _refuse_print(request, found, asked)
    return as_pdf(wish_blanks_paper(found, asked), _("Sheets of wishes.pdf"))


@require_POST
@needs(Permission.MANAGE_PAIRS)
def wish_links(request, pk):
    """Cards with a personal link, for those who have not answered."""
    found, asked = _silent(request, pk)
    if not asked:
        return _refuse_print(request, found, asked)
    with answer_refusal(request):
        links = issue_wish_links(actor=request.actor, wish_round=found, asked=asked)
        return as_pdf(wish_links_paper(found, asked, links, site_address(request)), _("Links to the wishes.pdf"))
    return redirect("pairs:wish_round", pk)


def _silent(request, pk):
    rows = WishRound.objects.filter(programme__in=Programme.objects.visible_to(request.actor))
    found = get_object_or_404(rows.select_related("programme", "school"), programme_id=pk)
    class_name = tidy_class_name((request.POST or request.GET).get("class_name", ""))
    return found, [one for one in asked_of(found) if one.sheet is None and class_name in {"", one.record.person.class_name}]


def _refuse_print(request, found, asked):
    if asked:
        messages.warning(request, _("Too many sheets for one print (%(count)s). Choose a class.") % {"count": len(asked)})
    else:
        messages.info(request, _("Everybody has answered: there is nothing to print."))
    return redirect(reverse("pairs:wish_round", args=[found.programme_id]))
