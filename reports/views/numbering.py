"""Numbers of orders: their looks, the next ones, the last ones that papers bear."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common import clock
from mentoring.common.refusal import Refusal
from reports import services
from reports.forms import LastNumbersForm, NumbersForm, SeriesForm
from reports.queries.numbering import number_hold, series_rows

READ = ("GET", "HEAD", "POST")


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def numbers(request):
    """How numbers look in each series, and which comes next."""
    adding = "series-title" in request.POST
    data = request.POST if request.method == "POST" and not adding else None
    look = NumbersForm(data, initial={"template": request.actor.school.order_number_template})
    series = SeriesForm(request.POST if adding else None, prefix="series")
    form, keep = (series, services.add_series) if adding else (look, services.keep_number_template)
    if request.method == "POST" and form.is_valid():
        try:
            keep(actor=request.actor, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("template", refusal.sentence)
        else:
            messages.success(request, _("Saved. The next number looks so; numbers that were given stay."))
            return redirect("reports:numbers")
    school = request.actor.school
    context = {"look": look, "series": series, "rows": series_rows(school, clock.today().year), "hold": number_hold(school)}
    return render(request, "reports/numbers.html", context)


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def last_numbers(request):
    """The last numbers that papers bear, where Tandem cannot know them: given elsewhere, or lost by a restore."""
    school, year = request.actor.school, clock.today().year
    hold = number_hold(school)
    form = LastNumbersForm(request.POST if request.method == "POST" else None, rows=series_rows(school, year), known=hold is None)
    if request.method == "POST" and form.is_valid():
        services.settle_last_numbers(actor=request.actor, year=year, last=form.cleaned_data)
        messages.success(request, _("Saved. The next orders get higher numbers."))
        return redirect("reports:numbers")
    return render(request, "reports/numbers_last.html", {"form": form, "hold": hold, "year": year})
