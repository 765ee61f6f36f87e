from django.urls import path

from accounts.views.journal import JournalList
from accounts.views.members import MemberList, member, member_add, member_end
from accounts.views.school import requisites
from accounts.views.switch import switch

app_name = "accounts"
urlpatterns = [
    path("switch/<int:pk>/", switch, name="switch"),
    path("members/", MemberList.as_view(), name="members"),
    path("members/add/", member_add, name="member_add"),
    path("members/<int:pk>/", member, name="member"),
    path("members/<int:pk>/end/", member_end, name="member_end"),
    path("school/", requisites, name="requisites"),
    path("journal/", JournalList.as_view(), name="journal"),
]
