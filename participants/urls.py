from django.urls import path

from participants.views import accounts, consents, gates, import_repair, importing, people, readiness, records, search, sheets
from participants.views.listing import MenteeList, MentorList

app_name = "participants"
urlpatterns = [
    path("mentors/", MentorList.as_view(), name="mentors"),
    path("mentees/", MenteeList.as_view(), name="mentees"),
    path("mentors/add/", people.add, {"base": "mentors"}, name="mentor_add"),
    path("mentees/add/", people.add, {"base": "mentees"}, name="mentee_add"),
    path("mentors/<int:pk>/edit/", records.record_edit, {"base": "mentors"}, name="mentor_edit"),
    path("mentees/<int:pk>/edit/", records.record_edit, {"base": "mentees"}, name="mentee_edit"),
    path("search/", search.search, name="search"),
    path("<int:pk>/", people.person, name="person"),
    path("<int:pk>/edit/", people.edit, name="person_edit"),
    path("<int:pk>/guardian/", people.guardian_add, name="guardian_add"),
    path("<int:pk>/mentor/", records.record_add, {"base": "mentors"}, name="mentor_enter"),
    path("<int:pk>/mentee/", records.record_add, {"base": "mentees"}, name="mentee_enter"),
    path("<int:pk>/consent/", consents.consent_add, name="consent_add"),
    path("<int:pk>/account/", accounts.account, name="account"),
    path("obstacles/", readiness.obstacles, name="obstacles"),
    path("gates/<int:pk>/", gates.gates, name="gates"),
    path("<int:pk>/gates/<int:programme_pk>/<str:gate>/", gates.gate_record, name="gate_record"),
    path("training/<int:pk>/", gates.training, name="training"),
    path("training/session/<int:pk>/", gates.training_session, name="training_session"),
    path("consents/", consents.ConsentRegister.as_view(), name="consents"),
    path("consents/record/", consents.consents_record, name="consents_record"),
    path("consents/<int:pk>/withdraw/", consents.consent_withdraw, name="consent_withdraw"),
    path("consents/sheets/", sheets.SheetList.as_view(), name="sheets"),
    path("consents/sheets/print/", sheets.sheets_print, name="sheets_print"),
    path("consents/sheets/find/", sheets.sheet_find, name="sheet_find"),
    path("consents/sheets/<int:pk>/<str:name>/", sheets.sheet_step, name="sheet_step"),
    path("sheet/<str:code>/", sheets.sheet, name="sheet"),
    path("import/", importing.upload, name="import"),
    path("import/template/<str:base>/", importing.template, name="import_template"),
    path("import/<int:pk>/", importing.batch, name="import_batch"),
    path("import/<int:pk>/columns/", import_repair.columns, name="import_columns"),
    path("import/<int:pk>/cells/", import_repair.cells, name="import_cells"),
    path("import/<int:pk>/bad-rows/", import_repair.bad_rows, name="import_bad_rows"),
    path("import/<int:pk>/cancel/", importing.cancel, name="import_cancel"),
    path("import/<int:pk>/write/", importing.write, name="import_write"),
    path("import/<int:pk>/discard/", importing.discard, name="import_discard"),
]
