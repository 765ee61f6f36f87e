"""What a mentor signs with the school besides the consents (domain: ст. 351.8 ТК РФ for teachers, a contract without pay for outsiders)."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from mentoring.common.prose import ProseField
from mentoring.common.scoping import SchoolOwned, school_manager
from mentoring.common.workflow import Transition
from participants.enums import ContractEnd, ContractKind, ContractState

SIGNED = (ContractState.SIGNED, ContractState.ENDING)


class ContractQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self if actor.may(Permission.VIEW_PEOPLE) else self.filter(person__user_id=actor.user_id)

    def in_force(self, day):
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=day), state__in=SIGNED, starts_on__lte=day, ends_on__gte=day)


class MentorContract(SchoolOwned):
    """A supplementary agreement of a teacher, or a cooperation contract of somebody from outside. Printed from `facts` once signed."""

    kind = models.CharField(max_length=14, choices=ContractKind)
    person = models.ForeignKey("participants.Person", on_delete=models.PROTECT, related_name="contracts")
    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="contracts")
    number = models.CharField(_("number"), max_length=20, blank=True)
    signed_on = models.DateField(_("date"), null=True, blank=True)
    base_number = models.CharField(_("number of the employment contract"), max_length=40, blank=True)
    base_date = models.DateField(_("date of the employment contract"), null=True, blank=True)
    content = ProseField(_("content of the mentoring"))
    form = models.CharField(_("form of the mentoring"), max_length=200)
    payment = ProseField(_("size and conditions of the payment"), blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    state = models.CharField(_("state"), max_length=10, choices=ContractState, default=ContractState.DRAFT, editable=False)
    wording = models.JSONField(default=dict, editable=False)  # of the draft: what was handed out to be signed does not change by itself
    facts = models.JSONField(default=dict, editable=False)
    notice_on = models.DateField(_("notice given"), null=True, blank=True)
    ended_on = models.DateField(_("last day"), null=True, blank=True)
    ended_by = models.CharField(_("at whose wish"), max_length=10, choices=ContractEnd, blank=True)
    created_by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = school_manager(ContractQuerySet)

    class Meta:
        verbose_name = _("mentor's contract")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "person", "kind"],
                condition=Q(state__in=(ContractState.DRAFT, ContractState.SIGNED)),
                name="one_open_contract_per_mentor",
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="contract_ends_after_its_start"),
            models.CheckConstraint(
                condition=Q(state=ContractState.ENDING, notice_on__isnull=False, ended_on__isnull=False)
                | (~Q(state=ContractState.ENDING) & Q(notice_on__isnull=True, ended_on__isnull=True)),
                name="contract_ends_early_by_a_notice",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.person}"

    def get_absolute_url(self):
        return reverse("participants:contract", args=[self.pk])


class MentorContractTransition(Transition):
    subject = models.ForeignKey(MentorContract, on_delete=models.PROTECT, related_name="transitions")

    class Meta(Transition.Meta):
        verbose_name = _("step of a mentor's contract")

    def __str__(self):
        return f"{self.subject}: {self.target}"
