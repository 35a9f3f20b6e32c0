"""Fill a workspace with generated plans and time what people ask of it.

    scripts/simulate_load.py --plans 20000 --out out/load [--write docs/performance.md]

Plans are stored as a run stores them, one transaction each; questions are asked in processes of
their own at a quarter of the load and at all of it, so that their memory and growth are seen.
Seconds are of the processor, not of the clock: other work on the machine counts little.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMITMENTS = 15
WORDS = [
    "the",
    "council",
    "court",
    "register",
    "of",
    "wells",
    "will",
    "publish",
    "open",
    "data",
    "legal",
    "aid",
    "people",
    "citizens",
    "ministry",
    "budget",
    "police",
    "complaints",
    "appeal",
    "deadline",
    "judges",
    "access",
    "justice",
    "training",
    "district",
    "office",
    "report",
    "week",
    "free",
    "charge",
    "online",
]
QUESTIONS = ("list", "new", "close", "tally", "review", "report")
BEGIN, END = "<!-- simulated load: begin -->", "<!-- simulated load: end -->"


def text(chance, words):
    return " ".join(chance.choices(WORDS, k=words))


def commitment(chance, plan_id, order):
    from classifier.plans import Commitment

    return Commitment(
        id=f"{plan_id}-{order}",
        plan_id=plan_id,
        order=order,
        number=str(order),
        title=text(chance, 9).capitalize(),
        text=text(chance, 180),
        language="en",
        pages=(order, order + 1),
    )


def plan(number):
    """A plan of an invented member, and its predictions."""
    from classifier.judgements import Evidence, Prediction
    from classifier.plans import ActionPlan, Level, Member
    from classifier.taxonomy import JusticeCategory

    chance, plan_id = random.Random(number), f"plan-{number:06}"
    member = Member(f"T{number % 90}", f"Telmara {number % 90}", Level.NATIONAL, "TXX", "Europe", "H")
    commitments = tuple(commitment(chance, plan_id, order) for order in range(1, COMMITMENTS + 1))
    made = ActionPlan(
        plan_id, f"{number:064x}", f"{plan_id}.pdf", member, commitments, "en", starts=2012 + number % 14
    )
    predictions = []
    for one in commitments:
        codes = frozenset(c for c in JusticeCategory if chance.random() < 0.05)
        scores = {c: 0.9 if c in codes else 0.1 for c in JusticeCategory}
        evidence = tuple(Evidence(c, "text", 0, 20, one.text[:20], "legal_aid") for c in codes)
        predictions.append(Prediction(one.id, "simulated", scores, codes, evidence=evidence))
    return made, predictions


def fill(where, first, last):
    """Store plans `first` to `last`; seconds and peak memory (MiB) of each tenth."""
    from classifier.workspace import FileRow, Workspace

    tenths, began = [], time.process_time()
    with Workspace.open(where) as workspace:
        for number in range(first, last):
            made, predictions = plan(number)
            row = FileRow(
                f"/plans/{made.file_name}", made.sha256, "read", plan_id=made.id, commitments=COMMITMENTS
            )
            workspace.store(row, made, predictions)
            if (number + 1 - first) % max(1, (last - first) // 10) == 0:
                tenths.append((round(time.process_time() - began, 1), peak()))
                began = time.process_time()
    return tenths


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def ask(where, question):
    """Seconds and peak memory (MiB) of one question, and what came of it."""
    from classifier.workspace import Workspace

    with Workspace.open(where) as workspace:
        began = time.process_time()
        answer = ANSWERS[question](workspace)
    return {"seconds": round(time.process_time() - began, 2), "mib": peak(), "answer": answer}


def _list(workspace):
    from classifier.pipeline import findings

    return sum(1 for _ in findings(workspace, "simulated"))


def _tally(workspace):
    from classifier.pipeline import findings, lean
    from classifier.tally import estimates, tally

    here, by = [lean(finding) for finding in findings(workspace, "simulated")], ["category", "year", "region"]
    return len(tally(here, by)) + len(estimates(here, by))


def _close(workspace):
    from classifier.cli.run import _justice_counts

    return len(_justice_counts(workspace))


def _review(workspace):
    from classifier.cli.desk import load

    return len(load(workspace)[0])


def _report(workspace):
    from classifier.reporting import figures_of

    return len(figures_of(workspace).tables)


def _new(workspace):
    from classifier.tasks import plan_tasks

    return len(plan_tasks([Path(row.path) for row in workspace.files()], workspace, "simulated"))


ANSWERS = {
    "list": _list,
    "new": _new,
    "close": _close,
    "tally": _tally,
    "review": _review,
    "report": _report,
}
MEANING = {
    "list": "every commitment with its prediction, streamed",
    "tally": "`tally --by category,year,region`",
    "review": "`review`: the desk and its reasons to doubt, in memory",
    "report": "`report`: every figure, in memory",
    "new": "`run`: what is new among all files",
    "close": "`run`: the closing table's counts",
}


def in_its_own_process(where, question):
    command = [sys.executable, __file__, "--out", str(where), "--ask", question]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(where, plans):
    quarter = plans // 4
    steps = [fill(where, 0, quarter)]
    asked = {quarter: {name: in_its_own_process(where, name) for name in QUESTIONS}}
    steps.append(fill(where, quarter, plans))
    asked[plans] = {name: in_its_own_process(where, name) for name in QUESTIONS}
    size = sum(path.stat().st_size for path in where.iterdir()) // 2**20
    return {"plans": plans, "commitments": plans * COMMITMENTS, "mib": size, "steps": steps, "asked": asked}


def table(figures):
    """The figures as a section of docs/performance.md."""
    plans, quarter = figures["plans"], figures["plans"] // 4
    tenths = figures["steps"][1]
    each = [round(1000 * seconds / (0.75 * plans / 10), 2) for seconds, _ in tenths]
    small, large = (
        figures["asked"][str(n)] if str(n) in figures["asked"] else figures["asked"][n]
        for n in (quarter, plans)
    )
    lines = [
        f"{plans:,} generated plans with {figures['commitments']:,} commitments, "
        f"{figures['mib']:,} MiB on disk. "
        f"Storing a plan took "
        f"{each[0]} ms in the first tenth and {each[-1]} ms in the last ({min(each)} to {max(each)}); "
        f"peak memory was "
        f"{tenths[0][1]} MiB after the first tenth and {tenths[-1][1]} MiB at the end.",
        "",
        f"| question | {quarter:,} plans | {plans:,} plans | times as long (4 = a straight line) "
        "| peak memory |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name in QUESTIONS:
        a, b = small[name], large[name]
        growth = b["seconds"] / max(a["seconds"], 0.01)
        lines.append(
            f"| {MEANING[name]} | {a['seconds']} s | {b['seconds']} s | {growth:.1f} | {b['mib']:,} MiB |"
        )
    return "\n".join(lines)


def write(page, body):
    """Put the section between its marks."""
    old = page.read_text(encoding="utf-8")
    head, _, rest = old.partition(BEGIN)
    page.write_text(f"{head}{BEGIN}\n{body}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--plans", type=int, default=20_000)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "load")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--ask", choices=QUESTIONS)
    options = parser.parse_args()
    if options.ask:
        return print(json.dumps(ask(options.out, options.ask)))
    figures = measure(options.out, options.plans)
    (options.out / "figures.json").write_text(json.dumps(figures, indent=1))
    print(table(figures))
    return write(options.write, table(figures)) if options.write else None


if __name__ == "__main__":
    main()
