"""Steps as a table: name, from, to, permission, guard. Buttons, checks and tests are read off it (docs/adr/0002)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _

from mentoring.common.clock import now
from mentoring.common.immutable import WrittenOnce
from mentoring.common.prose import ProseField, short_enough
from mentoring.common.refusal import Refusal
from mentoring.common.scoping import SchoolOwned


class Transition(SchoolOwned, WrittenOnce):
    """One step that was taken. Concrete models add `subject`, a key with `related_name="transitions"`."""

    step = models.CharField(max_length=40)
    source = models.CharField(max_length=20)
    target = models.CharField(max_length=20)
    note = ProseField(blank=True)
    by = models.ForeignKey("accounts.Membership", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        abstract = True
        ordering = ["pk"]


@dataclass(frozen=True)
class Step:
    """A row of the table. `guard(actor, row)` is asked after `permission`; when it says no, `refusal` is the answer.

    `kind` colours the button: primary, secondary or danger. With `asks_note` the button asks for a sentence.
    A step with `by_service` has no button of its own: another use case takes it.
    """

    name: str
    label: str
    sources: tuple[str, ...]
    target: str
    permission: str
    guard: Callable | None = None
    refusal: str = ""
    kind: str = "secondary"
    asks_note: bool = False
    by_service: bool = False


class Workflow:
    """A table of steps over a model with `state` and `transitions`; `record` writes the audit event of a step."""

    def __init__(self, *steps: Step, record: Callable):
        self.steps = {step.name: step for step in steps}
        self.record = record

    def available(self, row, actor) -> list[Step]:
        """Return the steps that `actor` may take now, for buttons."""
        return [step for step in self.steps.values() if not step.by_service and self._is_open(step, row, actor)]

    def _is_open(self, step, row, actor) -> bool:
        return row.state in step.sources and actor.may(step.permission) and (step.guard is None or step.guard(actor, row))

    @transaction.atomic
    def take(self, name: str, row, actor, *, note: str = "", effect: Callable | None = None, facts: dict | None = None) -> bool:
        """Lock `row`, re-read its state, check and move it; write the history row and the audit event.

        Returns False when the same person has just taken the same step (a double click), so that effects are not repeated.
        Raises `PermissionDenied` or `Refusal`. Saves only `state`; the caller saves the rest in the same transaction, or hands over
        `effect(row)`: it runs after the checks and names the fields it has set, which are then written together with the state.
        The row is written last, so that what `effect` locks for others at its end is held for a moment only.
        `facts` are fields that the model of the history has besides the common ones.
        """
        step = self.steps[name]
        if not actor.may(step.permission):
            raise PermissionDenied
        locked = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
        row.state = locked.state
        if locked.state not in step.sources:
            return self._explain_late_step(step, locked, actor)
        if step.guard is not None and not step.guard(actor, locked):
            raise Refusal(str(step.refusal))
        note = short_enough(note.strip())
        if step.asks_note and not note:
            raise Refusal(_("Write a remark: the other side must know what to change."))
        history = {"step": name, "source": row.state, "target": step.target, "note": note, "by": actor, **(facts or {})}
        row.transitions.create(school_id=row.school_id, **history)
        changed = effect(row) if effect is not None else ()
        row.state = step.target
        row.save(update_fields=["state", *changed])
        self.record(actor, f"{row._meta.model_name}.{name}", row, note=note)
        return True

    def _explain_late_step(self, step: Step, row, actor) -> bool:
        last = row.transitions.select_related("by__user").last()
        if last is not None and last.step == step.name and row.state == step.target:
            if last.by_id == actor.pk:
                return False
            raise Refusal(_("%(person)s has already done this. The page now shows the new state.") % {"person": last.by.user})
        raise Refusal(
            _("“%(step)s” is not possible in the state “%(state)s”. Reload the page to see what can be done now.")
            % {"step": step.label, "state": row.get_state_display()}
        )
