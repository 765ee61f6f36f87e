"""From a run to proposals: all of its pairs in one transaction, or none."""

from collections import defaultdict

from django.db import OperationalError, transaction
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import now
from mentoring.common.refusal import Refusal
from pairs.enums import RunState
from pairs.models import MatchingRun
from pairs.queries.protocol import protocol_facts
from pairs.queries.tables import open_table
from pairs.services.proposing import NewPair, Refused, propose_pairs
from pairs.services.runs.replacing import replace_mentors
from participants.models import MentorRecord
from programmes.models import Form, Programme, RoleModel


class NotAdopted(Refusal):
    """Some pairs cannot be proposed, so none is; `refused` says which and why."""

    def __init__(self, refused: list[Refused]):
        self.refused = refused
        super().__init__(
            _("Nothing was proposed: some pairs cannot be. Repair what is named below, or count again from the bases of today.")
        )


@transaction.atomic
def adopt_run(*, actor, run, version, kind, group_kind, starts_on, ends_on) -> list:
    """Propose every pair of the run, and of a rematch replace the mentors that change.

    With `group_kind` a mentor's mentees of the same form become a group, without it pairs of their own.

    The same run again by anybody proposes nothing more. Raises `NotAdopted`, with nothing written, and `Refusal`.
    """
    actor.must(Permission.MANAGE_PAIRS)
    locked = lock_for_adoption(run)
    if locked.state == RunState.ADOPTED:
        return []
    if locked.state != RunState.DRAFT:
        raise Refusal(_("This run is no draft any more (%(state)s).") % {"state": locked.get_state_display()})
    if locked.version != version:
        raise Refusal(_("The board has changed since you opened this page. Look at it once more, then adopt the run."))
    if not locked.plan["pairs"]:
        raise Refusal(_("There is no pair on this board, so there is nothing to propose."))
    locked.protocol = protocol_facts(locked)  # before the pairs exist: the bases still tell what two people have in common
    replaced, refused = replace_mentors(actor=actor, run=locked, on=starts_on)
    wished = _wished(locked, kind, group_kind)
    pairs, more = propose_pairs(actor=actor, programme=locked.programme, wished=wished, starts_on=starts_on, ends_on=ends_on)
    pairs, refused = [*replaced, *pairs], [*refused, *more]
    if refused:
        raise NotAdopted(refused)
    locked.state, locked.settled_by, locked.settled_at = RunState.ADOPTED, actor, now()
    locked.save(update_fields=["state", "settled_by", "settled_at", "protocol"])
    record(actor, "matching.adopted", locked, pairs=len(pairs), mentees=len(locked.plan["pairs"]))
    return pairs


def lock_for_adoption(run) -> MatchingRun:
    """The programme first, so that two runs of it are adopted one after the other, then the run, then its mentors by their keys.

    A colleague who proposes by hand holds one mentor and waits for no other, so nobody waits in a circle.
    """
    try:
        Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=run.programme_id)
    except OperationalError as error:  # the wait for a lock is short, the proposals of a large school take longer
        raise Refusal(_("A colleague is adopting a run of this programme right now. Wait a minute, then reload the page.")) from error
    locked = MatchingRun.objects.select_for_update(of=("self",)).select_related("programme__school").get(pk=run.pk)
    mentors = {mentor for _mentee, mentor, _points in locked.plan.get("pairs", [])}
    list(MentorRecord.objects.select_for_update(of=("self",)).filter(pk__in=mentors).order_by("pk").values_list("pk"))
    return locked


def _wished(run, kind, group_kind) -> list[NewPair]:
    """New pairs in the order of mentors; of a rematch, without the mentees who have a pair already."""
    snapshot = open_table(run).snapshot
    gathered = defaultdict(list)
    for mentee, mentor, _points in run.plan["pairs"]:
        if mentee not in snapshot.current:
            gathered[mentor, *snapshot.terms_of(mentee, mentor)].append(mentee)
    forms, role_models = Form.objects.in_bulk(), RoleModel.objects.select_related("form").in_bulk()
    wished = []
    for (mentor, form, role_model), mentees in sorted(gathered.items()):
        for together in [mentees] if group_kind else [[mentee] for mentee in mentees]:
            its_kind = group_kind if len(together) > 1 else kind
            wished.append(NewPair(mentor, frozenset(together), forms[form], role_models[role_model], its_kind))
    return wished
