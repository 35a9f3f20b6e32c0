"""The desk: every case in memory, every decision in the workspace first."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from threading import RLock
from uuid import uuid4

from classifier.errors import UnknownId
from classifier.judgements import Decision, Finding
from classifier.review.cases import Case
from classifier.review.doubts import Knowledge, doubts
from classifier.review.kept import KeptLists
from classifier.review.queue import Filter, Reader, facets, next_after
from classifier.review.settle import AUDIT, UNDO, effective
from classifier.taxonomy import JusticeCategory
from classifier.workspace import Workspace
from classifier.workspace.desk import held_by_others, keep_setting, new_decisions, setting, stamp

# Finds everything the desk shows; from the pipeline, which knows how the verbs fit together.
Load = Callable[[Workspace], tuple[Iterable[Finding], Knowledge]]


class Desk:
    """One workspace's cases, safe to use from several threads.

    Cases are held in memory so that the next one is there at once; a decision is stored before
    anything else is shown, and decisions made elsewhere are taken up with each request.
    """

    def __init__(self, workspace: Workspace, load: Load) -> None:
        self.workspace = workspace
        self.knowledge = Knowledge()
        self._load = load
        self._lock = RLock()
        self._cases: dict[str, Case] = {}
        self._known: set[str] = set()
        self._stamp = ""
        self._lists = KeptLists()
        self.facets: dict[str, list[tuple[str, str]]] = {}
        self.reload()

    def reload(self) -> None:
        """Read everything anew: after a run, or when a split was corrected."""
        with self._lock:
            self._stamp = stamp(self.workspace)
            made: dict[str, list[Decision]] = {}
            decisions = self.workspace.decisions()
            for decision in decisions:
                made.setdefault(decision.commitment_id, []).append(decision)
            findings, self.knowledge = self._load(self.workspace)
            cases = (self._case(finding, tuple(made.get(finding.commitment.id, ()))) for finding in findings)
            self._cases = {case.id: case for case in cases}
            self._known = {decision.id for decision in decisions}
            self._lists.forget()
            self.facets = facets(self._cases.values())

    def _case(self, finding: Finding, decisions: tuple[Decision, ...]) -> Case:
        found, id = self.knowledge, finding.commitment.id
        case = Case(finding, doubts(finding, found), (), found.files.get(finding.plan.id), found.tags.get(id))
        return case.with_decisions(decisions)

    @property
    def changed(self) -> bool:
        """Whether a run has brought what the desk does not show yet."""
        return stamp(self.workspace) != self._stamp

    def catch_up(self) -> None:
        """Take up decisions made by another desk, a workbook or an import."""
        with self._lock:
            for decision in new_decisions(self.workspace, self._known):
                self._take(decision)

    def _take(self, decision: Decision) -> None:
        self._known.add(decision.id)
        case = self._cases.get(decision.commitment_id)
        if case:
            every = sorted((*case.decisions, decision), key=lambda d: (d.made_at, d.id))
            self._cases[case.id] = case.with_decisions(tuple(every))
            self._lists.put(self._cases[case.id])

    def cases(self) -> list[Case]:
        """Every case, in no order that means anything."""
        return list(self._cases.values())

    def case(self, commitment_id: str) -> Case:
        """One case; `UnknownId` if it is not here."""
        if commitment_id not in self._cases:
            raise UnknownId(
                f"No commitment {commitment_id!r} here. It may have been merged or dropped; look in its plan."
            )
        return self._cases[commitment_id]

    def select(self, chosen: Filter, analyst: str) -> Sequence[Case]:
        """A filtered list in the order it is read."""
        reader = self.reader(analyst)
        with self._lock:
            return self._lists.get(self._cases.values(), chosen, reader)

    def reader(self, analyst: str) -> Reader:
        """An analyst with the share of second readings agreed on."""
        return Reader(analyst, self.second_share)

    @property
    def second_share(self) -> float:
        """The share of commitments two people read."""
        return float(setting(self.workspace, "second share", "0"))

    @second_share.setter
    def second_share(self, share: float) -> None:
        keep_setting(self.workspace, "second share", str(min(1.0, max(0.0, share))))

    def next_after(self, case: Case, chosen: Filter, analyst: str) -> Case | None:
        """The case to read after this one, none that another analyst has open while others are left."""
        held = frozenset(held_by_others(self.workspace, analyst))
        return next_after(self.select(chosen, analyst), case, chosen, held)

    def decide(
        self,
        case: Case,
        categories: frozenset[JusticeCategory] | None,
        analyst: str,
        *,
        reason: str = "",
        comment: str = "",
        id: str = "",
    ) -> Decision:
        """Store a decision; the same `id` with the same content twice is one decision."""
        known = next((d for d in effective(case.decisions) if d.id == id), None)
        if known and (known.categories, known.comment) == (categories, comment):
            return known
        decision = Decision(
            id=id if id and id not in self._known else uuid4().hex,
            commitment_id=case.id,
            categories=categories,
            analyst=analyst,
            made_at=datetime.now(UTC),
            model_id=case.model_id,
            before=case.label_before,
            reason=reason or (AUDIT if case.sampled else ""),
            comment=comment,
        )
        return self._store(decision)

    def _store(self, decision: Decision) -> Decision:
        self.workspace.decide(decision)
        with self._lock:
            if decision.id not in self._known:
                self._take(decision)
        return decision

    def undo(self, analyst: str) -> Case | None:
        """Take back the analyst's last decision; the case it was made on, `None` if there is none."""
        with self._lock:
            self.catch_up()
            last = self.last_decision(analyst)
            if last is None:
                return None
            case = self._cases[last.commitment_id]
            earlier = [d for d in effective(case.decisions) if d.analyst == analyst and d.id != last.id]
            stands = earlier[-1].categories if earlier else None
            self.decide(case, stands, analyst, reason=UNDO)
            return self._cases[case.id]

    def last_decision(self, analyst: str) -> Decision | None:
        """The analyst's latest decision that was not taken back, on a commitment that is here."""
        made = [case.readers[analyst] for case in self._cases.values() if analyst in case.readers]
        return max(made, key=lambda decision: (decision.made_at, decision.id), default=None)

    def analysts(self) -> Sequence[str]:
        """Everyone who has decided anything here."""
        return sorted({decision.analyst for case in self._cases.values() for decision in case.decisions})
