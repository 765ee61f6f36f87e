"""Request id, chosen language, parts of pages for whoever is signed out, and pages instead of faults that a person can mend."""

import uuid
from http import HTTPStatus

from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils import translation

from mentoring.common.busy import is_busy
from mentoring.common.papers import PaperTooLarge
from mentoring.common.request_id import set_request_id


class RequestIdMiddleware:
    """Gives each request an id that stands in the audit event and in the answer's header."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = uuid.uuid4().hex
        set_request_id(request.id)
        response = self.get_response(request)
        response.headers["X-Request-Id"] = request.id
        return response


class ChosenLanguageMiddleware:
    """Russian unless the person pressed the switch; the browser's languages are not asked (Russian is the default)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            if not response.streaming and hasattr(response, "render") and not response.is_rendered:
                response = response.render()
        response.headers.setdefault("Content-Language", language)
        return response


class SignedOutPartMiddleware:
    """A part of a page that htmx asks for after the sign-in has ended is refused: the sign-in form has no place inside a page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        goes_to_sign_in = response.status_code == HTTPStatus.FOUND and response.url.startswith(resolve_url(settings.LOGIN_URL))
        return HttpResponse(status=HTTPStatus.UNAUTHORIZED) if goes_to_sign_in and "HX-Request" in request.headers else response


class LargePaperMiddleware:
    """A paper printed at once tells its refusal on a page; one printed by a job tells it in the job."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, PaperTooLarge):
            return render(request, "paper_too_large.html", {"sentence": exception.sentence}, status=422)
        return None


class BusyMiddleware:
    """Who waited in vain for what others hold is told so and may try again; the view's transaction has been taken back."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError) and is_busy(exception):
            response = render(request, "503.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
            response.headers["Retry-After"] = "5"
            return response
        return None
