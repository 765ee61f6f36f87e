from django.urls import path

from accounts.views.journal import JournalList
from accounts.views.members import MemberList
from accounts.views.switch import switch

app_name = "accounts"
urlpatterns = [
    path("switch/<int:pk>/", switch, name="switch"),
    path("members/", MemberList.as_view(), name="members"),
    path("journal/", JournalList.as_view(), name="journal"),
]
