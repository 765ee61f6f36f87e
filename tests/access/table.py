"""Who opens what. `opens` get the page or the step, `hides` meet a 404, everybody else a 403; anonymous ones are asked to sign in."""

from dataclasses import dataclass, field

from tests.access.principals import CURATORS, EVERYBODY, FOREIGN, LEADERS, PAIR, SIGNED_IN, STAFF


@dataclass(frozen=True)
class Row:
    """`arguments` are keys of the world or literal; `post` marks a step that is never read by GET; of a page `writes` may also post."""

    opens: set[str]
    arguments: tuple = ()
    hides: set[str] = frozenset()
    post: bool = False
    writes: set[str] | None = None
    data: dict = field(default_factory=dict)

    def expected(self, who: str) -> int:
        if who in self.opens:
            return 200
        if who in {"anonymous", "former"}:
            return 401
        return 404 if who in self.hides else 403


# Pages of allauth: it tests them itself, ours are only the templates (tests/accounts/test_sign_in.py).
LIBRARY_PAGES = {
    "account_change_password",
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_set_password",
    "account_signup",
}

ROWS = {
    "home": Row(SIGNED_IN),
    "components": Row(SIGNED_IN),
    "help": Row(set(EVERYBODY)),
    "set_language": Row(set(EVERYBODY), post=True, data={"language": "en"}),
    "accounts:switch": Row({"curator"}, ("membership",), hides=SIGNED_IN, post=True),
    "accounts:members": Row({"administrator", "director", "coordinator", "foreign_director"}),
    "accounts:member": Row({"administrator", "director", "coordinator"}, ("membership",), hides={"foreign_director"}),
    "accounts:member_add": Row({"administrator"}),
    "accounts:member_end": Row({"administrator"}, ("membership",), post=True),
    "accounts:journal": Row({"administrator", "director", "foreign_director"}),
    "jobs:list": Row(SIGNED_IN),
    "jobs:list_print": Row(STAFF | FOREIGN, post=True, data={"address": "/people/mentors/?print=pdf"}),
    "jobs:detail": Row({"curator"}, ("job",), hides=SIGNED_IN),
    "jobs:download": Row({"curator"}, ("job",), hides=SIGNED_IN),
    "jobs:repeat": Row({"curator"}, ("job",), hides=SIGNED_IN, post=True),
    "jobs:stop": Row({"curator"}, ("job",), hides=SIGNED_IN, post=True),
    "programmes:list": Row(STAFF | {"administrator", "class_teacher", "observer"} | FOREIGN),
    "programmes:create": Row(CURATORS | {"foreign_curator"}),
    "programmes:detail": Row(STAFF | {"administrator", "class_teacher", "observer"}, ("programme",), hides=FOREIGN),
    "programmes:measure_state": Row(CURATORS, ("measure",), hides={"foreign_curator"}, post=True, data={"state": "done"}),
    "participants:mentors": Row(STAFF | FOREIGN),
    "participants:mentees": Row(STAFF | {"class_teacher"} | FOREIGN),
    "participants:mentor_add": Row(CURATORS | {"foreign_curator"}),
    "participants:mentee_add": Row(CURATORS | {"foreign_curator"}),
    "participants:mentor_edit": Row(CURATORS, ("mentor",), hides={"foreign_curator"}),
    "participants:mentee_edit": Row(CURATORS, ("mentee",), hides={"foreign_curator"}),
    "participants:search": Row(SIGNED_IN),
    "participants:person": Row(STAFF | {"mentor"}, ("person",), hides=SIGNED_IN),
    "participants:person_edit": Row(CURATORS, ("person",), hides={"foreign_curator"}),
    "participants:guardian_add": Row(CURATORS, ("person",), hides={"foreign_curator"}),
    "participants:mentor_enter": Row(CURATORS, ("person",), hides={"foreign_curator"}),
    "participants:mentee_enter": Row(CURATORS, ("person",), hides={"foreign_curator"}),
    "participants:consent_add": Row(CURATORS, ("person",), hides={"foreign_curator"}),
    "participants:account": Row(CURATORS, ("person",), hides={"foreign_curator"}),
    "participants:topics": Row(CURATORS | {"foreign_curator"}),
    "participants:topics_fill": Row(CURATORS | {"foreign_curator"}, post=True),
    "participants:topic_edit": Row(CURATORS, ("topic",), hides={"foreign_curator"}),
    "participants:obstacles": Row(STAFF | FOREIGN),
    "participants:gates": Row(CURATORS, ("programme",), hides={"foreign_curator"}),
    "participants:gate_record": Row(CURATORS | {"psychologist"}, ("person", "programme", "interview"), hides={"foreign_curator"}),
    "participants:training": Row(CURATORS | {"psychologist"}, ("programme",), hides={"foreign_curator"}),
    "participants:training_session": Row(CURATORS | {"psychologist"}, ("training",), hides={"foreign_curator"}),
    "participants:consents": Row(CURATORS | {"foreign_curator"}),
    "participants:consents_record": Row(CURATORS | {"foreign_curator"}),
    "participants:consent_withdraw": Row(CURATORS, ("consent",), hides={"foreign_curator"}),
    "participants:sheets": Row(CURATORS | {"foreign_curator"}),
    "participants:sheets_print": Row(CURATORS | {"foreign_curator"}),
    "participants:sheet_find": Row(CURATORS | {"foreign_curator"}),
    "participants:sheet": Row(CURATORS, ("sheet_code",), hides={"foreign_curator"}),
    "participants:sheet_step": Row(CURATORS, ("sheet", "hand_in"), hides={"foreign_curator"}, post=True),
    "participants:import": Row(CURATORS | {"foreign_curator"}),
    "participants:import_template": Row(CURATORS | {"foreign_curator"}, ("mentors",)),
    "participants:import_batch": Row(CURATORS, ("batch",), hides={"foreign_curator"}),
    "participants:import_columns": Row(CURATORS, ("batch",), hides={"foreign_curator"}),
    "participants:import_cells": Row(CURATORS, ("batch",), hides={"foreign_curator"}, post=True),
    "participants:import_bad_rows": Row(CURATORS, ("batch",), hides={"foreign_curator"}),
    "participants:import_cancel": Row(CURATORS, ("batch",), hides={"foreign_curator"}, post=True),
    "participants:import_write": Row(CURATORS, ("batch",), hides={"foreign_curator"}, post=True),
    "participants:import_discard": Row(CURATORS, ("batch",), hides={"foreign_curator"}, post=True),
    "pairs:list": Row(STAFF | FOREIGN),
    "pairs:meetings": Row(STAFF | FOREIGN),
    "pairs:mine": Row(PAIR | {"stranger"}),
    "pairs:propose": Row(CURATORS | {"foreign_curator"}),
    "pairs:detail": Row(STAFF | PAIR, ("pair",), hides=FOREIGN | {"stranger"}),
    "pairs:agree": Row(CURATORS, ("proposed",), hides={"foreign_curator"}, post=True),
    "pairs:act": Row(CURATORS, ("pair", "suspend"), hides={"foreign_curator"}),
    "pairs:amend": Row(CURATORS, ("pair",), hides={"foreign_curator"}),
    "pairs:amend_agree": Row(CURATORS, ("amended",), hides={"foreign_curator"}, post=True),
    "pairs:amend_drop": Row(CURATORS, ("amended",), hides={"foreign_curator"}, post=True),
    "pairs:ask": Row(CURATORS | {"mentor"}, ("pair", "lay_down"), hides={"stranger", "foreign_curator"}),
    "pairs:answer": Row(CURATORS, ("request",), hides={"foreign_curator"}, post=True, data={"answer": "Поговорим"}),
    "pairs:concerns": Row(STAFF | FOREIGN),
    "pairs:concern": Row({"curator", "director"}, ("concern",), hides=STAFF | FOREIGN),
    "pairs:concern_note": Row({"curator", "director"}, ("concern",), hides=STAFF | FOREIGN, post=True, data={"text": "Поговорили"}),
    "pairs:concern_hold": Row({"curator", "director"}, ("concern", "pair"), hides=STAFF | FOREIGN, post=True),
    "pairs:concern_hand_over": Row({"curator", "director"}, ("concern",), hides=STAFF | FOREIGN, post=True),
    "pairs:concern_close": Row({"curator", "director"}, ("concern",), hides=STAFF | FOREIGN, post=True),
    "pairs:concern_raise": Row(STAFF | PAIR, ("pair",), hides=FOREIGN | {"stranger"}),
    "pairs:leads": Row({"director", "foreign_director"}),
    "pairs:lead_end": Row({"director"}, ("lead",), hides={"foreign_director"}, post=True),
    "pairs:handover": Row(CURATORS, ("replaced",), hides={"foreign_curator"}),
    "pairs:agree_many": Row(CURATORS | {"foreign_curator"}),
    "pairs:step": Row(CURATORS, ("pair", "withdraw"), hides={"foreign_curator"}, post=True),
    "pairs:log_meeting": Row(CURATORS | {"mentor"}, ("pair",), hides={"stranger", "foreign_curator"}),
    "monitoring:overview": Row(STAFF | {"administrator"} | FOREIGN),
    "monitoring:programme": Row(STAFF | {"administrator"}, ("programme",), hides=FOREIGN),
    "monitoring:indicators": Row(STAFF | {"administrator"}, ("programme",), hides=FOREIGN, writes=CURATORS),
    "monitoring:campaign_open": Row(CURATORS, ("programme", "quality", "entry"), hides={"foreign_curator"}, post=True),
    "monitoring:campaign": Row(CURATORS, ("campaign",), hides={"foreign_curator"}),
    "monitoring:campaign_close": Row(CURATORS, ("campaign",), hides={"foreign_curator"}, post=True),
    "monitoring:campaign_reopen": Row(CURATORS, ("campaign",), hides={"foreign_curator"}, post=True),
    "monitoring:campaign_invite": Row(CURATORS, ("campaign",), hides={"foreign_curator"}, post=True),
    "monitoring:invitations": Row({"mentor", "mentee", "stranger"}),
    "monitoring:answer": Row(CURATORS | {"mentor"}, ("invitation",), hides={"mentee", "stranger", "foreign_curator"}),
    "monitoring:thanks": Row({"mentee"}, ("answered",), hides={"mentor", "stranger"}),
    "reports:orders": Row(LEADERS | FOREIGN),
    "reports:order_prepare": Row(CURATORS | {"foreign_curator"}),
    "reports:order_kinds": Row(CURATORS | {"foreign_curator"}),
    "reports:order_draft": Row(CURATORS, ("programme", "working_group"), hides={"foreign_curator"}),
    "reports:orders_sign": Row({"director", "foreign_director"}),
    "reports:order_register": Row(LEADERS | FOREIGN, post=True),
    "reports:order_copies": Row(LEADERS | FOREIGN, post=True),
    "reports:order_earlier": Row(CURATORS | {"foreign_curator"}),
    "reports:numbers": Row(CURATORS | {"foreign_curator"}),
    "reports:names": Row(CURATORS | {"foreign_curator"}),
    "reports:order_texts": Row(CURATORS | {"foreign_curator"}),
    "reports:order_text": Row(CURATORS | {"foreign_curator"}, ("pairing",)),
    "reports:order_text_reset": Row(CURATORS | {"foreign_curator"}, ("pairing",), post=True),
    "reports:order_edit": Row(CURATORS, ("order",), hides={"foreign_curator"}),
    "reports:order_sheet": Row(LEADERS, ("order",), hides=FOREIGN, writes=CURATORS),
    "reports:acknowledgements": Row(LEADERS | PAIR | {"stranger"} | FOREIGN),
    "reports:acknowledgement_confirm": Row(
        {"mentor"}, ("acknowledgement",), hides=LEADERS | {"mentee", "guardian", "stranger"} | FOREIGN, post=True
    ),
    "reports:verify": Row(set(EVERYBODY), ("check_code",)),
    "reports:order": Row(LEADERS, ("order",), hides=FOREIGN),
    "reports:order_preview": Row(LEADERS, ("order",), hides=FOREIGN),
    "reports:order_pdf": Row(LEADERS, ("order",), hides=FOREIGN),
    "reports:order_pdf_progress": Row(LEADERS, ("order",), hides=FOREIGN),
    "reports:order_step": Row({"director"}, ("order", "sign"), hides=FOREIGN, post=True),
    "reports:reports": Row(LEADERS | {"administrator"} | FOREIGN),
    "reports:monitoring_report_pdf": Row(LEADERS | {"administrator"}, ("programme",), hides=FOREIGN, post=True),
    "reports:monitoring_report_xlsx": Row(LEADERS | {"administrator"}, ("programme",), hides=FOREIGN, post=True),
    "reports:folder": Row(LEADERS, ("programme",), hides=FOREIGN),
    "reports:folder_ask": Row(LEADERS, ("programme", "zip"), hides=FOREIGN, post=True),
    "reports:unread": Row(LEADERS | FOREIGN),
    "reports:base_export": Row(LEADERS, ("programme", "mentors"), hides=FOREIGN, post=True),
}
