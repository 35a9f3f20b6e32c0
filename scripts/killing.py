"""Kill runs and their workers at random, and see that nothing is lost: `make soak`.

    scripts/killing.py --kills 1000 --out out/kills    run; figures go to OUT/kills-SEED.json
    scripts/killing.py --total --out out/kills         the figures of all runs there

Small invented plans are read by `ogp-justice run` while kill -9 hits a worker, the server that
starts them, or the run itself. The same command then goes on; when nothing is left to do, the
ledger and everything stored must equal those of a run nobody disturbed.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
# How often a kill hits a worker, the server that starts workers, and the run.
TARGETS, WEIGHTS = ("worker", "server", "run"), (0.92, 0.02, 0.06)
# Starts in a row that are disturbed; then the plans are left to end in peace.
DISTURBED = 6
VERBS = ("Publish", "Open", "Review", "Train", "Fund", "Translate", "Inspect", "Map")
THINGS = (
    "legal aid desks",
    "court records",
    "well permits",
    "school meals",
    "police complaints",
    "bus timetables",
)


def write_plans(folder, count):
    """Small plans of an invented member, some files that are none, and a copy."""
    from reportlab.pdfgen.canvas import Canvas

    folder.mkdir(parents=True)
    for number in range(count):
        canvas = Canvas(str(folder / f"plan-{number:03}.pdf"), invariant=1)
        draw_plan(canvas, random.Random(number))
        canvas.save()
    (folder / "page.pdf").write_text("<html>not found</html>")
    (folder / "cut.pdf").write_bytes((folder / "plan-000.pdf").read_bytes()[:700])
    (folder / "copy.pdf").write_bytes((folder / "plan-001.pdf").read_bytes())
    return folder


def draw_plan(canvas, chance):
    """One page of four commitments."""
    top = 780
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(60, top, f"Open Government Action Plan of Telmara 20{chance.randrange(12, 26)}")
    for number in range(1, 5):
        title = f"{chance.choice(VERBS)} {chance.choice(THINGS)} in district {chance.randrange(900)}"
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(60, top - 40, f"Commitment {number}: {title}")
        canvas.setFont("Helvetica", 10)
        for line, text in enumerate(
            (
                "Lead institution: Office of the Clerk",
                "Description: people with a legal problem will get advice within a week, free of charge.",
                f"Milestone 1: a desk opens in every district by {chance.randrange(1, 12)} 2027.",
            )
        ):
            canvas.drawString(60, top - 60 - 15 * line, text)
        top -= 120


def start(plans, workspace):
    command = [
        sys.executable,
        "-m",
        "classifier",
        "run",
        str(plans),
        "--workspace",
        str(workspace),
        "--jobs",
        "2",
    ]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def parents():
    """The parent of every process, by number."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
    return found


def victims(run):
    """The server of a run and its workers, as they are now."""
    tree = parents()
    servers = [pid for pid, parent in tree.items() if parent == run and b"forkserver" in command_line(pid)]
    return {
        "server": servers,
        "worker": [pid for pid, parent in tree.items() if parent in servers],
        "run": [run],
    }


def command_line(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def disturb(process, chance, left):
    """Kill at random until the run is over, by itself or by a kill; how often each was hit."""
    hits = Counter()
    while process.poll() is None and sum(hits.values()) < left:
        time.sleep(chance.expovariate(10))
        target = chance.choices(TARGETS, WEIGHTS)[0]
        found = found_soon(process, target)
        # A run that is still starting or ending is killed too, but seldom, since most of it is that.
        pids = found[target]
        if target == "run" and not found["worker"] and chance.random() < 0.98:
            continue
        if pids and process.poll() is None and killed(chance.choice(pids)):
            hits[target] += 1
    return hits


def found_soon(process, target):
    """The victims at the moment there is one of the kind, or after two seconds."""
    until = time.monotonic() + 2
    found = victims(process.pid)
    while not found[target] and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
        found = victims(process.pid)
    return found


def killed(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def finish(plans, workspace):
    """Undisturbed starts until nothing is left to do; the exit codes."""
    codes = []
    for _ in range(3):
        process = start(plans, workspace)
        errors = process.communicate()[1].decode()
        codes.append(process.returncode)
        if process.returncode not in (0, 2):
            raise SystemExit(f"A run in peace ended with {process.returncode}:\n{errors}")
        if not errors.strip():
            return codes
    raise SystemExit(f"Three runs in peace left something to do:\n{errors}")


def stored(workspace):
    """Everything a workspace keeps but times, and what its own check finds wrong."""
    from classifier.workspace import Workspace
    from classifier.workspace.checks import problems

    with Workspace.open(workspace) as opened:
        files = {
            row.path: (row.sha256, row.outcome, row.reason, row.commitments, row.plan_id)
            for row in opened.files()
        }
        predictions = opened.predictions(opened.latest_model())
        plans = {plan.id: plan for plan in opened.plans()}
        # Which of two copies counts first is chance; the plan they stand for is not.
        return files, plans, list(opened.commitments()), predictions, problems(opened.engine)


def differences(plans, here, reference):
    """What is not as it should be, in words."""
    files, *rest, wrong = here
    names = sorted(str(path) for path in plans.iterdir())
    if sorted(files) != names:
        yield f"{len(files)} ledger rows for {len(names)} files"
    yield from (
        f"{path}: {files[path]}, not {reference[0][path]}"
        for path in files
        if files[path] != reference[0][path]
    )
    for name, mine, theirs in zip(("plans", "commitments", "predictions"), rest, reference[1:], strict=False):
        if mine != theirs:
            yield f"{name} differ"
    yield from wrong


def soak(out, kills, seed, count):
    """Scenarios until enough kills were dealt; the figures."""
    chance, hits, scenarios, wrong, began = random.Random(seed), Counter(), 0, [], time.time()
    plans = write_plans(out / f"plans-{seed}", count)
    finish(plans, out / f"reference-{seed}")
    reference = stored(out / f"reference-{seed}")
    while sum(hits.values()) < kills:
        scenarios += 1
        workspace = out / f"workspace-{seed}-{scenarios}"
        for _ in range(DISTURBED):
            process = start(plans, workspace)
            hits += disturb(process, chance, kills - sum(hits.values()))
            process.communicate()
        finish(plans, workspace)
        wrong += [
            f"scenario {scenarios}: {what}" for what in differences(plans, stored(workspace), reference)
        ]
        figures = {
            "seed": seed,
            "kills": hits,
            "scenarios": scenarios,
            "files": len(reference[0]),
            "wrong": wrong,
        }
        figures |= {"minutes": round((time.time() - began) / 60, 1)}
        (out / f"kills-{seed}.json").write_text(json.dumps(figures, indent=1))
    return figures


def total(out):
    """The figures of every session in a folder, added up."""
    sessions = [json.loads(path.read_text()) for path in sorted(out.glob("kills-*.json"))]
    hits = sum((Counter(session["kills"]) for session in sessions), Counter())
    wrong = [what for session in sessions for what in session["wrong"]]
    scenarios, minutes = (sum(session[name] for session in sessions) for name in ("scenarios", "minutes"))
    return {"kills": sum(hits.values()), **hits, "scenarios": scenarios, "minutes": minutes, "wrong": wrong}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--plans", type=int, default=120)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "kills")
    parser.add_argument("--total", action="store_true")
    options = parser.parse_args()
    if options.total:
        print(json.dumps(total(options.out), indent=1))
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    figures = soak(options.out, options.kills, options.seed, options.plans)
    print(json.dumps(figures, indent=1))
    return 1 if figures["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
