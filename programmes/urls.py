from django.urls import path

from programmes.views.create import ProgrammeCreate
from programmes.views.detail import detail, measure_state
from programmes.views.listing import ProgrammeList

app_name = "programmes"
urlpatterns = [
    path("", ProgrammeList.as_view(), name="list"),
    path("create/", ProgrammeCreate.as_view(), name="create"),
    path("<int:pk>/", detail, name="detail"),
    path("measures/<int:pk>/state/", measure_state, name="measure_state"),
]
