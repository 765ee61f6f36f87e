"""Roles as sets of permissions. Who sees what of a minor: docs/domain.md, «Who sees what»."""

from accounts.enums import Role
from accounts.permissions import Permission as P

_STAFF = {P.VIEW_PROGRAMMES, P.VIEW_PEOPLE, P.VIEW_PAIRS, P.VIEW_MONITORING, P.VIEW_ORDERS}
_CURATOR = _STAFF | {
    P.MANAGE_PROGRAMMES,
    P.MANAGE_PEOPLE,
    P.RECORD_CONSENTS,
    P.RECORD_GATES,
    P.MANAGE_PAIRS,
    P.RECEIVE_CONCERNS,
    P.VETO_PAIRS,
    P.LOG_MEETINGS,
    P.MANAGE_MONITORING,
    P.PREPARE_ORDERS,
    P.EXPORT_BASES,
    P.DOWNLOAD_REPORTS,
}

PERMISSIONS: dict[Role, frozenset[P]] = {
    # The administration reads figures and keeps the accounts; it does not need the children's records.
    Role.ADMINISTRATOR: frozenset(
        {P.VIEW_MEMBERS, P.MANAGE_MEMBERS, P.VIEW_JOURNAL, P.VIEW_PROGRAMMES, P.VIEW_MONITORING, P.DOWNLOAD_REPORTS}
    ),
    Role.DIRECTOR: frozenset(
        _STAFF
        | {P.VIEW_MEMBERS, P.VIEW_JOURNAL, P.SIGN_ORDERS, P.REOPEN_PAIRS, P.EXPORT_BASES, P.DOWNLOAD_REPORTS, P.ASK_FOR_NEEDS}
        | {P.RECEIVE_CONCERNS, P.OVERSEE_CONCERNS}
    ),
    Role.COORDINATOR: frozenset(_CURATOR | {P.VIEW_MEMBERS, P.REOPEN_PAIRS, P.ASK_FOR_NEEDS}),
    Role.CURATOR: frozenset(_CURATOR | {P.VIEW_NEEDS}),
    Role.MENTOR: frozenset({P.VIEW_OWN_PAIRS, P.LOG_MEETINGS, P.ANSWER_QUESTIONNAIRES}),
    Role.MENTEE: frozenset({P.VIEW_OWN_PAIRS, P.ANSWER_QUESTIONNAIRES}),
    Role.GUARDIAN: frozenset({P.VIEW_OWN_PAIRS}),
    Role.CLASS_TEACHER: frozenset({P.VIEW_CLASS, P.VIEW_PROGRAMMES}),
    Role.PSYCHOLOGIST: frozenset(
        {P.VIEW_PROGRAMMES, P.VIEW_PEOPLE, P.RECORD_GATES, P.VIEW_NEEDS, P.VIEW_PAIRS, P.VETO_PAIRS, P.VIEW_MONITORING, P.RECEIVE_CONCERNS}
    ),
    Role.OBSERVER: frozenset({P.VIEW_PROGRAMMES}),
}
