"""The site with Django admin beside it: the yardstick of bench/pages.py."""

from django.contrib import admin
from django.urls import path

from mentoring.urls import urlpatterns as product
from pairs.models import Pair


class PairAdmin(admin.ModelAdmin):
    """A changelist of the same rows, columns and filters, tuned as Django's documentation teaches: no query for a row."""

    list_display = ("mentor_name", "mentee_names", "form", "role_model", "kind", "state", "meetings", "last")
    list_filter = ("programme", "form", "mentor__person__class_name", "role_model", "kind", "state")
    search_fields = ("mentor__person__search_key",)
    list_per_page = 30

    def get_queryset(self, request):
        pairs = super().get_queryset(request).with_meetings()
        people = pairs.select_related("mentor__person", "form", "role_model", "kind")
        return people.prefetch_related("seats__mentee__person")

    @admin.display(description="Наставник", ordering="mentor__person__surname")
    def mentor_name(self, pair):
        return pair.mentor.person.full_name

    @admin.display(description="Наставляемые")
    def mentee_names(self, pair):
        return ", ".join(f"{person.full_name} {person.place}" for person in pair.mentee_people)

    @admin.display(description="Встречи", ordering="meetings_count")
    def meetings(self, pair):
        return pair.meetings_count

    @admin.display(description="Последняя встреча", ordering="last_meeting")
    def last(self, pair):
        return pair.last_meeting


site = admin.AdminSite()
site.register(Pair, PairAdmin)
urlpatterns = [path("admin/", site.urls), *product]
