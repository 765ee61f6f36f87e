"""Applications: the page of the link without a sign-in, the curator's list and decision."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.bearer import Bearer
from accounts.link_sheets import LinkCard, link_sheet
from accounts.links import link_closed, personal_page
from accounts.models import PersonalLink
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from accounts.services.links import token_of
from mentoring.common.addresses import site_address
from mentoring.common.clock import today
from mentoring.common.lists import Action, Empty
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal, as_pdf
from participants.enums import ImportBase
from participants.filters import ApplicationFilter
from participants.forms import ApplicationForm, ApplicationLinkForm, ApplicationRefusalForm
from participants.lists.applications import APPLICATION_COLUMNS
from participants.models import Application
from participants.queries.sheets import running_programmes
from participants.services import apply, issue_application_link, refuse_application, revoke_application_link
from participants.services.applications import PURPOSES
from programmes.models import Programme

PAGES = {ImportBase.MENTORS: "participants:apply_mentor", ImportBase.MENTEES: "participants:apply_mentee"}
ADD = {ImportBase.MENTORS: "participants:mentor_add", ImportBase.MENTEES: "participants:mentee_add"}


class ApplicationList(SchoolList):
    """Who waits for the curator's word, the first come first."""

    permissions = (Permission.MANAGE_PEOPLE,)
    template_name = "participants/applications.html"
    filterset_class = ApplicationFilter
    columns = APPLICATION_COLUMNS
    page_title = gettext_lazy("Applications")
    page_lead = gettext_lazy(
        "People whom no base knows yet ask to be taken in, by a link or a square that you print. What you decide on is deleted here."
    )
    default_order = ("sent_at",)

    def get_queryset(self):
        return Application.objects.visible_to(self.request.actor).select_related("programme")

    def get_context_data(self, **kwargs):
        return super().get_context_data(links=_links_in_force(self.request), **kwargs)

    def get_actions(self):
        return [Action(_("Print a link"), reverse("participants:application_link"), "qr-code", primary=True)]

    def get_empty(self):
        return Empty(_("No application waits. Print a link for a class or for guests."), icon="inbox", action=self.get_actions()[0])


def _links_in_force(request) -> list[dict]:
    titles = dict(Programme.objects.visible_to(request.actor).values_list("pk", "title"))
    rows = PersonalLink.objects.open().filter(purpose__in=PURPOSES.values(), subject__in=titles).order_by("expires_on", "pk")
    return [{"link": row, "base": _base_of(row).label, "programme": titles[row.subject], "address": _address(request, row)} for row in rows]


def _base_of(link: PersonalLink) -> ImportBase:
    return next(base for base, purpose in PURPOSES.items() if purpose == link.purpose)


def _address(request, link: PersonalLink) -> str:
    return site_address(request) + reverse(PAGES[_base_of(link)], args=[token_of(link)])


@needs(Permission.MANAGE_PEOPLE)
def application_link(request):
    """A sheet with the square for the phones of a class meeting."""
    form = ApplicationLinkForm(request.POST or None, programmes=running_programmes(request.actor))
    if request.method == "POST" and form.is_valid():
        try:
            link = issue_application_link(actor=request.actor, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            card = LinkCard(_base_of(link).label, form.cleaned_data["programme"].title, _address(request, link))
            lead = "Наведите камеру телефона на квадрат и напишите, кто вы. Куратор прочтёт заявку и ответит."
            sheet = link_sheet(title="Заявка на участие", lead=lead, until=link.expires_on, cards=[card])
            return as_pdf(sheet, _("Link for applications.pdf"))
    context = {"form": form, "page_title": _("Print a link"), "submit_label": _("Make the sheet")}
    context |= {"page_lead": _("One link for everybody of a programme; it works until its day or until you revoke it.")}
    return render(request, "participants/application_link.html", context | {"cancel_url": reverse("participants:applications")})


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def application_link_revoke(request, pk):
    link = get_object_or_404(PersonalLink.objects.filter(purpose__in=PURPOSES.values()), pk=pk)
    revoke_application_link(actor=request.actor, link=link)
    messages.success(request, _("The link is revoked: it opens nothing any more. A new one may be printed."))
    return redirect("participants:applications")


@needs(Permission.MANAGE_PEOPLE)
def application(request, pk):
    """What somebody has written; taken in by the form of the base, or refused with a reason."""
    row = get_object_or_404(Application.objects.visible_to(request.actor).select_related("programme"), pk=pk)
    form = ApplicationRefusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with answer_refusal(request):
            refuse_application(actor=request.actor, application=row, **form.cleaned_data)
            messages.success(request, _("The application is refused, what it said is deleted."))
        return redirect("participants:applications")
    accept_url = f"{reverse(ADD[row.base])}?application={row.pk}"
    return render(request, "participants/application.html", {"application": row, "form": form, "accept_url": accept_url})


def _by_link(base: ImportBase):
    @personal_page(PURPOSES[base])
    def page(request, link):
        programme = Programme.objects.filter(pk=link.subject).first()
        if programme is None or programme.ends_on < today():
            return link_closed(request, link.school)
        form = ApplicationForm(request.POST or None, base=base)
        context = {"programme": programme, "school": link.school, "base": base}
        if request.method == "POST" and form.is_valid():
            bearer = Bearer(link.school_id, _("Somebody new"))
            try:
                apply(bearer=bearer, link=link, programme=programme, form_key=form.cleaned_data["form_key"], **form.facts())
            except Refusal as refusal:
                form.add_error(None, refusal.sentence)
            else:
                return render(request, "participants/apply_thanks.html", context)
        return render(request, "participants/apply.html", context | {"form": form})

    return page


apply_mentor = _by_link(ImportBase.MENTORS)
apply_mentee = _by_link(ImportBase.MENTEES)
