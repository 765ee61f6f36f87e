from django.db import models
from django.db.models import Count, F, Max, OuterRef, Prefetch, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.visibility import OpenedBy
from mentoring.common.clock import now
from mentoring.common.quotes import in_quotes
from mentoring.common.scoping import SchoolOwned, school_manager
from mentoring.common.workflow import Transition
from pairs.models import Pair
from reports.enums import IN_FORCE, OrderState
from reports.models.number_series import NumberSeries

FROZEN = {"sequence": False, "signed_on": False, "signed_by": False, "payload": False}
OPEN = dict.fromkeys(FROZEN, True)


def _nulls(fields: dict[str, bool]) -> Q:
    return Q(**{f"{name}__isnull": empty for name, empty in fields.items()})


class OrderQuerySet(OpenedBy):
    permission = Permission.VIEW_ORDERS

    def waiting_for_signature(self):
        return self.filter(state=OrderState.SENT)

    def from_paper(self):
        """Issued before Tandem, in force or annulled."""
        return self.filter(state__in=[OrderState.REGISTERED, OrderState.ANNULLED], payload__isnull=True)

    def with_papers(self):
        """Those that there is something to print of: signed in Tandem, or scanned."""
        return self.filter(Q(payload__isnull=False) | Q(scan__isnull=False)).select_related("pdf", "scan")

    def in_force(self):
        return self.filter(state__in=IN_FORCE)

    def with_amendments(self):
        """`amendments`: the orders in force that change or annul each."""
        amending = Order.objects.in_force().order_by("signed_on", "pk")
        return self.prefetch_related(Prefetch("amended_by", queryset=amending, to_attr="amendments"))

    def not_written_by(self, actor):
        """Those that the person may sign; the rule of one order is `has_not_written`."""
        return self.exclude(author__user_id=actor.user_id).exclude(writers__user_id=actor.user_id)

    def in_register(self):
        """Whatever has a number, by date, series and place: the same on every database, the main series first."""
        series = NumberSeries.objects.filter(school=OuterRef("school"), code=OuterRef("series")).values("pk")[:1]
        rows = self.exclude(number="").annotate(of_series=Subquery(series))
        return rows.order_by("signed_on", F("of_series").asc(nulls_first=True), F("sequence").asc(nulls_last=True), "pk")

    def with_readers(self):
        """`readers` are named on the sheet, `read` of them have acknowledged, the last `read_on`."""
        read = Q(acknowledgements__done_on__isnull=False)
        return self.annotate(
            readers=Count("acknowledgements", distinct=True),
            read=Count("acknowledgements", filter=read, distinct=True),
            read_on=Max("acknowledgements__done_on"),
        )

    def with_subjects(self):
        """The pairs of each with their names, asked for once: `named_pairs`. For pages that read them and change nothing."""
        named = [Prefetch(name, Pair.objects.with_names(), to_attr=f"named_{name}") for name in ("pairs", "ending_pairs", "changed_pairs")]
        return self.prefetch_related(*named, "author__user__people")

    def with_people(self):
        return self.select_related("programme", "author__user", "signed_by__user", "pdf")


class Order(SchoolOwned):
    """A director's order. Signing freezes `payload`, gives number and date and applies the effect (docs/adr/0004)."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="orders")
    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("heading"), max_length=300)
    state = models.CharField(_("state"), max_length=12, choices=OrderState, default=OrderState.DRAFT)
    pairs = models.ManyToManyField("pairs.Pair", related_name="orders", verbose_name=_("pairs and groups"))
    ending_pairs = models.ManyToManyField("pairs.Pair", related_name="ending_orders", verbose_name=_("pairs and groups that finish"))
    changed_pairs = models.ManyToManyField("pairs.Pair", related_name="changing_orders", verbose_name=_("pairs and groups on new terms"))
    amends = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="amended_by", editable=False)
    details = models.JSONField(default=dict, editable=False)  # what the curator filled in: reports/queries/order_words.py
    texts = models.JSONField(null=True, editable=False)  # the wording of this order; None: as the school's template says
    version = models.PositiveIntegerField(default=0, editable=False)  # grows with every change of the draft
    author = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+", verbose_name=_("prepared by"))
    writers = models.ManyToManyField("accounts.Membership", related_name="+", editable=False)  # besides the author: who changed or sent it
    request_key = models.CharField(max_length=40, blank=True, editable=False)  # of the page that drafted it
    created_at = models.DateTimeField(_("prepared"), default=now, editable=False)
    year = models.PositiveSmallIntegerField(null=True, editable=False)
    series = models.CharField(max_length=20, editable=False)
    sequence = models.PositiveIntegerField(null=True, editable=False)
    number = models.CharField(_("number"), max_length=20, blank=True)
    twin = models.PositiveSmallIntegerField(default=0, editable=False)  # over 0: papers that got one number before this was refused
    signed_on = models.DateField(_("date"), null=True, blank=True)
    signed_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    payload = models.JSONField(null=True, editable=False)
    pdf = models.ForeignKey("jobs.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="orders")
    scan = models.ForeignKey("jobs.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # of an order from paper
    check_code = models.CharField(max_length=32, null=True, unique=True, editable=False)  # the unguessable end of the public address

    objects = school_manager(OrderQuerySet)

    class Meta:
        verbose_name = _("order")
        ordering = ["-signed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["author", "request_key"], condition=~Q(request_key=""), name="one_order_per_form"),
            models.UniqueConstraint(
                fields=["school", "year", "series", "sequence"],
                condition=Q(sequence__isnull=False),
                name="one_order_per_number",
                violation_error_message=_("An order with this number already exists."),
            ),
            models.UniqueConstraint(
                fields=["school", "year", "series", "number", "twin"],
                condition=~Q(number=""),
                name="one_order_per_printed_number",
                violation_error_message=_("An order with this number already exists."),
            ),
            models.CheckConstraint(
                condition=(Q(state=OrderState.SIGNED) & _nulls(FROZEN))
                | (Q(state=OrderState.ANNULLED) & Q(signed_on__isnull=False))
                | (Q(state=OrderState.REGISTERED) & _nulls({"signed_on": False, "signed_by": True, "payload": True}))
                | (~Q(state__in=[OrderState.SIGNED, OrderState.ANNULLED, OrderState.REGISTERED]) & _nulls(OPEN)),
                name="signed_order_is_numbered_dated_frozen",
            ),
        ]

    def __str__(self):
        return f"№ {self.number} {in_quotes(self.title)}" if self.number else in_quotes(self.title)

    def get_absolute_url(self):
        return reverse("reports:order", args=[self.pk])

    @property
    def is_earlier(self) -> bool:
        """Issued before Tandem: in force or annulled, nothing but its requisites is known."""
        return self.payload is None and self.state in (OrderState.REGISTERED, OrderState.ANNULLED)

    @property
    def is_open(self) -> bool:
        """Still the curator's: the wording may change."""
        return self.state in (OrderState.DRAFT, OrderState.RETURNED)


class OrderTransition(Transition):
    subject = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="transitions")

    class Meta(Transition.Meta):
        verbose_name = _("step of an order")

    def __str__(self):
        return f"{self.step}: {self.subject_id}"
