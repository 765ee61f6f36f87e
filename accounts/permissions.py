from enum import StrEnum


class Permission(StrEnum):
    """What a person may do. Code asks for a permission, never for a role."""

    VIEW_MEMBERS = "view_members"
    MANAGE_MEMBERS = "manage_members"
    VIEW_JOURNAL = "view_journal"
    VIEW_PROGRAMMES = "view_programmes"
    MANAGE_PROGRAMMES = "manage_programmes"
    VIEW_PEOPLE = "view_people"
    VIEW_CLASS = "view_class"
    MANAGE_PEOPLE = "manage_people"
    RECORD_CONSENTS = "record_consents"
    RECORD_GATES = "record_gates"
    VIEW_PAIRS = "view_pairs"
    VIEW_OWN_PAIRS = "view_own_pairs"
    MANAGE_PAIRS = "manage_pairs"
    REOPEN_PAIRS = "reopen_pairs"
    LOG_MEETINGS = "log_meetings"
    VIEW_MONITORING = "view_monitoring"
    MANAGE_MONITORING = "manage_monitoring"
    ANSWER_QUESTIONNAIRES = "answer_questionnaires"
    VIEW_ORDERS = "view_orders"
    PREPARE_ORDERS = "prepare_orders"
    SIGN_ORDERS = "sign_orders"
    EXPORT_BASES = "export_bases"
    DOWNLOAD_REPORTS = "download_reports"
