import django_filters
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.common.clock import today
from participants.class_names import tidy_class_name
from participants.enums import NEEDED_TO_PAIR, BulkState, ConsentPurpose, ConsentStanding, ImportBase, SheetState
from participants.models import Application, BulkChange, Consent, ConsentSheet, MenteeRecord, MentorRecord, Person, ScanBatch
from participants.queries.standing_list import SOON
from programmes.enums import PersonKind
from programmes.models import Programme

READINESS = (("ready", _("ready for a pair")), ("lacks", _("something is missing")))
PLACES = (("free", _("has free places")), ("full", _("no free places")))
PAIRED = (("free", _("without a pair")), ("paired", _("in a pair")))
STATES = (("in_force", _("in force")), ("ending", _("ends within 30 days")), ("expired", _("expired")), ("withdrawn", _("withdrawn")))
STANDINGS = (("missing", _("missing")), *STATES)
WAITING = (("wait", _("wait for a hand")),)
BASES = (("mentors", _("mentors")), ("mentees", _("mentees")), ("none", _("in no base")))
BULK_STATES = tuple((state.value, state.label) for state in (BulkState.MADE, BulkState.UNDONE))
LISTS = (("people", _("People")), ("mentors", _("Mentors")), ("mentees", _("Mentees")))


class OfPersonFilter(django_filters.FilterSet):
    """Rows that belong to a person, by what the person is."""

    q = django_filters.CharFilter(label=_("Part of a name"), method="filter_name")

    def filter_name(self, rows, name, value):
        return rows.filter(person__in=Person.objects.named_like(value))

    def filter_class(self, rows, name, value):
        return rows.filter(person__class_name=tidy_class_name(value))


class RecordFilter(OfPersonFilter):
    """Filters of both bases."""

    programme = django_filters.ModelChoiceFilter(label=_("Programme"), queryset=lambda request: Programme.objects.visible_to(request.actor))
    readiness = django_filters.ChoiceFilter(label=_("Readiness"), choices=READINESS, method="filter_readiness")
    class_name = django_filters.CharFilter(label=_("Class"), method="filter_class")
    kind = django_filters.ChoiceFilter(label=_("Who"), field_name="person__kind", choices=PersonKind)

    def filter_readiness(self, rows, name, value):
        return rows.ready() if value == "ready" else rows.blocked()


class MentorFilter(RecordFilter):
    places = django_filters.ChoiceFilter(label=_("Places"), choices=PLACES, method="filter_places")

    class Meta:
        model = MentorRecord
        fields = ()

    def filter_places(self, rows, name, value):
        free = rows.filter(places_taken__lt=F("capacity"))
        return free if value == "free" else rows.filter(places_taken__gte=F("capacity"))


class MenteeFilter(RecordFilter):
    paired = django_filters.ChoiceFilter(label=_("Pair"), choices=PAIRED, method="filter_paired")

    class Meta:
        model = MenteeRecord
        fields = ()

    def filter_paired(self, rows, name, value):
        return rows.filter(pairs_open=0) if value == "free" else rows.filter(pairs_open__gt=0)


class PersonFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Part of a name"), method="filter_name")
    kind = django_filters.ChoiceFilter(label=_("Who"), choices=PersonKind)
    class_name = django_filters.CharFilter(label=_("Class"), method="filter_class")
    base = django_filters.ChoiceFilter(label=_("In the bases"), choices=BASES, method="filter_base")

    class Meta:
        model = Person
        fields = ()

    def filter_name(self, rows, name, value):
        return rows.named_like(value)

    def filter_class(self, rows, name, value):
        return rows.filter(class_name=tidy_class_name(value))

    def filter_base(self, rows, name, value):
        return rows.filter(
            **{"mentors": {"is_mentor": True}, "mentees": {"is_mentee": True}}.get(value, {"is_mentor": False, "is_mentee": False})
        )


class BulkFilter(django_filters.FilterSet):
    base = django_filters.ChoiceFilter(label=_("List"), choices=LISTS)
    state = django_filters.ChoiceFilter(label=_("State"), choices=BULK_STATES)

    class Meta:
        model = BulkChange
        fields = ()


class ConsentFilter(OfPersonFilter):
    class_name = django_filters.CharFilter(label=_("Class"), method="filter_class")
    purpose = django_filters.ChoiceFilter(label=_("Purpose"), choices=ConsentPurpose)
    state = django_filters.ChoiceFilter(label=_("State"), choices=STATES, method="filter_state")

    class Meta:
        model = Consent
        fields = ()

    def filter_state(self, rows, name, value):
        day = today()
        match value:
            case "in_force":
                return rows.in_force(day)
            case "ending":
                return rows.in_force(day).filter(valid_until__lte=day + SOON)
            case "expired":
                return rows.filter(withdrawal__isnull=True, valid_until__lt=day)
        return rows.filter(withdrawal__isnull=False)


class ApplicationFilter(django_filters.FilterSet):
    base = django_filters.ChoiceFilter(label=_("Base"), choices=ImportBase)
    programme = django_filters.ModelChoiceFilter(label=_("Programme"), queryset=lambda request: Programme.objects.visible_to(request.actor))
    class_name = django_filters.CharFilter(label=_("Class"), method="filter_class")

    class Meta:
        model = Application
        fields = ()

    def filter_class(self, rows, name, value):
        return rows.filter(class_name__iexact=value.strip())


class StandingFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Part of a name"), method="filter_name")
    purpose = django_filters.ChoiceFilter(label=_("Purpose"), choices=ConsentPurpose, method="keep")
    state = django_filters.ChoiceFilter(label=_("State"), choices=STANDINGS, method="filter_state")
    class_name = django_filters.CharFilter(label=_("Class"), method="filter_class")
    kind = django_filters.ChoiceFilter(label=_("Who"), choices=PersonKind)

    class Meta:
        model = Person
        fields = ()

    def filter_name(self, rows, name, value):
        return rows.named_like(value)

    def filter_class(self, rows, name, value):
        return rows.filter(class_name=tidy_class_name(value))

    def keep(self, rows, name, value):
        """The purpose narrows the state; alone it leaves everybody."""
        return rows

    def filter_state(self, rows, name, value):
        """Of the chosen purpose, else of any; missing counts where a pair needs it, and of a teacher's yes where somebody leads."""
        chosen = self.form.cleaned_data["purpose"]
        purposes = [chosen] if chosen else (NEEDED_TO_PAIR if value == ConsentStanding.MISSING else ConsentPurpose)
        if chosen == ConsentPurpose.MENTOR_AGREEMENT and value == ConsentStanding.MISSING:
            rows = rows.filter(leads_as_teacher=True)
        return rows.filter(Q(*((f"stands_{purpose}", value) for purpose in purposes), _connector=Q.OR))


class SheetFilter(OfPersonFilter):
    state = django_filters.ChoiceFilter(label=_("State"), choices=SheetState)
    purpose = django_filters.ChoiceFilter(label=_("Purpose"), choices=ConsentPurpose)
    class_name = django_filters.CharFilter(label=_("Class"), method="filter_class")

    class Meta:
        model = ConsentSheet
        fields = ()


class ScanFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Part of the file's name"), field_name="file__name", lookup_expr="icontains")
    waiting = django_filters.ChoiceFilter(label=_("Pages"), choices=WAITING, method="filter_waiting")

    class Meta:
        model = ScanBatch
        fields = ()

    def filter_waiting(self, rows, name, value):
        return rows.filter(open_count__gt=0)
