"""Who fits whom in a programme today."""

import re
from collections.abc import Mapping

from django.db.models import Exists, OuterRef

from pairs.fitting.codes import RuleCode
from pairs.fitting.facts import FormFacts, MenteeFacts, MentorFacts, Portrait, RoleModelFacts, Setting
from pairs.fitting.fit import Fit
from pairs.fitting.judging import judge
from pairs.models import PairMentee
from pairs.queries.candidates import with_places_left
from pairs.queries.warnings import class_level
from participants.enums import Gate
from participants.models import MenteeRecord, MentorRecord
from programmes.portraits import portrait_of

GATE_CODES = {
    Gate.QUESTIONNAIRE: RuleCode.NO_QUESTIONNAIRE,
    Gate.INTERVIEW: RuleCode.NO_INTERVIEW,
    Gate.SCREENING: RuleCode.NO_CHECK,
    Gate.TRAINING: RuleCode.NOT_TRAINED,
}
DEFAULT_WEIGHTS = {"subject": 5, "interests": 3, "distance": 3, "experience": 1}


def fit_of(programme, weights: Mapping[str, int] | None = None) -> Fit:
    """The judgement over everybody of the programme who is present and in no pair; `weights` are tried instead of the programme's own."""
    mentors = with_places_left(_present(MentorRecord, programme))
    open_place = PairMentee.objects.filter(mentee=OuterRef("pk"), finished_on__isnull=True)
    mentees = _present(MenteeRecord, programme).filter(~Exists(open_place))
    setting = Setting(forms=_forms(programme), weights=DEFAULT_WEIGHTS if weights is None else weights)
    return judge(map(_mentee, mentees), map(_mentor, mentors), setting)


def _present(model, programme):
    return model.objects.filter(programme=programme).present().with_readiness().select_related("person").order_by("pk")


def _forms(programme) -> tuple[FormFacts, ...]:
    forms = programme.forms.order_by("position").prefetch_related("role_models")
    return tuple(FormFacts(form.pk, frozenset(form.mentor_kinds), frozenset(form.mentee_kinds), _role_models(form)) for form in forms)


def _role_models(form) -> tuple[RoleModelFacts, ...]:
    """The first role model of the form."""
    first = form.role_models.all()[:1]
    return tuple(RoleModelFacts(one.pk, Portrait(**portrait_of(form.code, one.code))) for one in first)


def _mentor(record) -> MentorFacts:
    full = () if record.places_left > 0 else (RuleCode.CAPACITY_ZERO,)
    return MentorFacts(**_side(record), out=_out(record) + full, places=max(record.places_left, 0), interests=_words(record.interests))


def _mentee(record) -> MenteeFacts:
    return MenteeFacts(**_side(record), out=_out(record))


def _side(record) -> dict:
    person = record.person
    return {
        "record": record.pk,
        "person": person.pk,
        "kind": person.kind,
        "level": class_level(person.class_name),
        "class_name": person.class_name,
        "subjects": _words(person.subject),
        "years": person.experience_years,
    }


def _out(record) -> tuple[RuleCode, ...]:
    consents = (RuleCode.NO_CONSENT,) if record.missing_consents else ()
    return consents + tuple(GATE_CODES[Gate(gate)] for gate in record.missing_gates)


def _words(text: str) -> frozenset[str]:
    """The items of a list that somebody typed."""
    return frozenset(item for item in (re.sub(r"\s+", " ", part).strip().lower() for part in re.split(r"[,;\n]", text)) if item)
