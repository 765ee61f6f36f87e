from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.access import needs
from accounts.permissions import Permission
from accounts.services.passwords import one_time_password
from mentoring.common.refusal import Refusal
from participants.forms import AccountForm
from participants.models import Person
from participants.services import give_account


@never_cache
@needs(Permission.MANAGE_PEOPLE)
def account(request, pk):
    """Give a person login name and password; the password is on this one answer and nowhere else."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password = None if person.user_id else one_time_password()
        try:
            membership = give_account(actor=request.actor, person=person, password=password, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            context = {"person": person, "membership": membership, "password": password or ""}
            return render(request, "participants/account_given.html", context)
    context = {"form": form, "person": person, "page_title": _("Give an account"), "submit_label": _("Make login and password")}
    return render(request, "participants/person_form.html", context | {"cancel_url": person.get_absolute_url()})
