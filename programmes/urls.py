from django.urls import path

from programmes.views import dictionaries, edit
from programmes.views.create import ProgrammeCreate
from programmes.views.detail import detail, measure_state
from programmes.views.listing import ProgrammeList

app_name = "programmes"
urlpatterns = [
    path("", ProgrammeList.as_view(), name="list"),
    path("create/", ProgrammeCreate.as_view(), name="create"),
    path("dictionaries/", dictionaries.dictionaries, name="dictionaries"),
    path("dictionaries/fill/", dictionaries.dictionaries_fill, name="dictionaries_fill"),
    path("dictionaries/<str:noun>/<int:pk>/switch/", dictionaries.entry_switch, name="entry_switch"),
    path("<int:pk>/", detail, name="detail"),
    path("<int:pk>/edit/", edit.edit, name="edit"),
    path("stages/<int:pk>/measure/", edit.measure_add, name="measure_add"),
    path("measures/<int:pk>/", edit.measure_edit, name="measure_edit"),
    path("measures/<int:pk>/remove/", edit.measure_remove, name="measure_remove"),
    path("measures/<int:pk>/state/", measure_state, name="measure_state"),
]
