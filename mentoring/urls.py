"""Addresses of the site. Apps are named by string."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import TemplateView
from django.views.i18n import set_language

from mentoring.common.gallery import Gallery

urlpatterns = [
    path("", include("reports.urls_home")),
    path("language/", login_not_required(set_language), name="set_language"),
    path("help/", login_not_required(TemplateView.as_view(template_name="help.html")), name="help"),
    path("components/", Gallery.as_view(), name="components"),
    path("sign-in/", include("allauth.account.urls")),
    path("accounts/", include("accounts.urls")),
    path("jobs/", include("jobs.urls")),
    path("programmes/", include("programmes.urls")),
    path("people/", include("participants.urls")),
    path("pairs/", include("pairs.urls")),
    path("monitoring/", include("monitoring.urls")),
    path("papers/", include("reports.urls")),
]
