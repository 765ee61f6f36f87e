"""The public page behind the QR code: is this paper genuine? It tells kind, number and date, and nothing else."""

import hashlib

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mentoring.common.addresses import client_address
from mentoring.common.throttle import too_often
from reports.forms import CheckForm
from reports.queries.checking import signed_paper

ASKS, SECONDS = 30, 60  # a person with a pile of papers gets through, a machine that guesses codes does not


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request, code):
    if too_often("verify", client_address(request), asks=ASKS, seconds=SECONDS):
        response = render(request, "reports/verify_wait.html", status=429)
        response.headers["Retry-After"] = str(SECONDS)
        return response
    paper = signed_paper(code)
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    same = None
    if request.method == "POST" and paper is not None and form.is_valid():
        same = _digest(form.cleaned_data["file"]) == paper.sha256
    return render(request, "reports/verify.html", {"paper": paper, "form": form, "same": same}, status=200 if paper else 404)


def _digest(file) -> str:
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    return digest.hexdigest()
