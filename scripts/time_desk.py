"""Time every page of the review desk on an invented workspace: `python scripts/time_desk.py [COMMITMENTS]`.

Prints a Markdown table: the server's part of each page, and what an analyst waits from the key to the
next commitment in a real browser. With --keep FOLDER the workspace stays.
"""

import argparse
import hashlib
import random
import re
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter

from waitress import create_server

from classifier.cli.desk import load
from classifier.documents import Box
from classifier.judgements import AuditItem, Decision, Evidence, Prediction
from classifier.plans import ActionPlan, Commitment, Field, FieldName, Member
from classifier.review.desk import Desk
from classifier.review.web import Setup, make_app
from classifier.taxonomy import JusticeCategory
from classifier.workspace import FileRow, Workspace

SAMPLE = Path(__file__).parents[1] / "corpus" / "samples" / "arvenia_2019-2021_en.pdf"
A_PLAN = 25
WORDS = re.findall(
    r"\w+",
    """
court register budget publish open data legal aid village council school water road
permit tender complaint appeal judge police citizen panel report law office service online
hearing access record health forest river mayor region youth women portal ministry agency
plan step
""",
)
REPEATS = 30
CHROMIUM = Path("/usr/bin/chromium")


def invent(where: Path, total: int) -> Workspace:
    """A workspace of invented plans: 25 commitments each, a tenth of them decided."""
    workspace, chance = Workspace.open(where), random.Random(0)
    sha256 = hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    for number in range(total // A_PLAN):
        plan, predictions = a_plan(number, chance)
        path = SAMPLE if number == 0 else Path(f"/plans/{plan.id}.pdf")
        row = FileRow(str(path), sha256, "read", model_id="invented", pages=18, plan_id=plan.id)
        workspace.store(row, plan, predictions)
    decide_some(workspace, chance)
    return workspace


def decide_some(workspace: Workspace, chance: random.Random) -> None:
    """Two analysts decide a tenth, some of it both; a sample is drawn."""
    ids = [commitment.id for commitment in workspace.commitments()]
    began = datetime(2026, 1, 1, tzinfo=UTC)
    for at, id in enumerate(chance.sample(ids, len(ids) // 10)):
        for analyst in ("ana", "ben") if at % 4 == 0 else ("ana",):
            said = frozenset(c for c in JusticeCategory if chance.random() < 0.1)
            made_at = began + timedelta(minutes=at)
            workspace.decide(Decision(f"{id}-{analyst}", id, said, analyst, made_at, "invented"))
    workspace.store_audit(AuditItem(id, 0, 0.04, chance.random() < 0.04) for id in ids)


def a_plan(number: int, chance: random.Random) -> tuple[ActionPlan, list[Prediction]]:
    """One plan of an invented member, every third member with three plans."""
    member, round_ = divmod(number, 3)
    id = f"plan-{number:04}"
    whose = Member(f"M{member}", f"Member {member}")
    found = tuple(a_commitment(id, order, chance) for order in range(1, A_PLAN + 1))
    plan = ActionPlan(
        id, f"{number:064}", f"{id}.pdf", whose, found, language="en", starts=2012 + 3 * round_, pages=18
    )
    return plan, [a_prediction(commitment, chance) for commitment in found]


def a_commitment(plan_id: str, order: int, chance: random.Random) -> Commitment:
    """Some 300 words in three fields."""
    parts = [" ".join(chance.choices(WORDS, k=chance.randint(30, 160))).capitalize() + "." for _ in range(3)]
    starts = [0, len(parts[0]) + 1, len(parts[0]) + len(parts[1]) + 2]
    names = (FieldName.PROBLEM, FieldName.DESCRIPTION, FieldName.MILESTONES)
    fields = zip(names, starts, parts, strict=True)
    return Commitment(
        id=f"{plan_id}-{order:03}",
        plan_id=plan_id,
        order=order,
        number=str(order),
        title=" ".join(chance.choices(WORDS, k=7)).capitalize(),
        text="\n".join(parts),
        fields=tuple(Field(name, start, start + len(part)) for name, start, part in fields),
        language=chance.choice(["en", "es", "fr", "ka"]),
        pages=(6 + order % 10,),
        boxes=(Box(70, 120, 520, 600),),
        confidence=chance.choice([1.0, 1.0, 1.0, 0.6]),
    )


def a_prediction(commitment: Commitment, chance: random.Random) -> Prediction:
    """Scores as a model gives them: mostly low, one in ten high."""
    scores = {c: chance.betavariate(0.3, 3) for c in JusticeCategory}
    if chance.random() < 0.1:
        scores[chance.choice(list(JusticeCategory))] = chance.betavariate(5, 2)
    said = frozenset(c for c, score in scores.items() if score > 0.5)
    spans = tuple(Evidence(c, "text", 0, 12, commitment.text[:12], "invented") for c in said)
    doubtful = frozenset(c for c, score in scores.items() if 0.2 < score < 0.6)
    return Prediction(commitment.id, "invented", scores, said, doubtful, evidence=spans)


def timed(ask: Callable[[], None], repeats: int = REPEATS) -> list[float]:
    """Milliseconds of each call."""
    found = []
    for _ in range(repeats):
        began = perf_counter()
        ask()
        found.append(1000 * (perf_counter() - began))
    return found


def row(name: str, times: list[float]) -> str:
    ordered = sorted(times)
    return f"| {name} | {ordered[0]:.0f} | {median(ordered):.0f} | {ordered[int(0.9 * len(ordered))]:.0f} |"


def pages(port: int) -> list[str]:
    """Each page's times over one connection."""
    connection = HTTPConnection("127.0.0.1", port)

    def get(address: str) -> Callable[[], None]:
        def ask() -> None:
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            if answer.status >= 400:
                raise SystemExit(f"{address} answered {answer.status}")

        return ask

    wanted = {
        "a commitment": "/read/plan-0000-004",
        "a commitment, list narrowed by a search": "/read/plan-0000-004?text=legal+aid+village",
        "first of the queue (redirect)": "/",
        "queue, first sheet": "/queue",
        "queue, narrowed by reason and year": "/queue?reason=unsure_split&year=2012",
        "search in all texts": "/queue?state=all&text=judge+police",
        "plans": "/plans",
        "one plan": "/plans/plan-0000",
        "check the split": "/plans/plan-0000/split",
        "disagreements": "/disagreements",
        "agreement": "/agreement",
        "progress": "/progress",
        "page picture, kept": "/picture/plan-0000-004/10.jpg",
    }
    get(wanted["page picture, kept"])()
    return [row(name, timed(get(address))) for name, address in wanted.items()]


# Runs in the page: milliseconds from each Enter until the next title stands there and is painted.
WATCH = """() => { window.waits = [];
  document.addEventListener('keydown', (event) => { if (event.key === 'Enter') {
    const began = performance.now(), before = document.body.dataset.turn;
    const painted = () => window.waits.push(performance.now() - began);
    const look = () => requestAnimationFrame(document.body.dataset.turn !== before ? painted : look);
    look(); } }, true); }"""


def keys(port: int) -> list[str]:
    """What an analyst waits, in Chromium."""
    if not CHROMIUM.exists():
        return ["| key to next commitment (no Chromium here) | - | - | - |"]
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"http://127.0.0.1:{port}/")
        page.evaluate(WATCH)
        for turn in range(1, REPEATS + 1):
            page.keyboard.press("2")
            page.keyboard.press("Enter")
            page.locator(f"body[data-turn='{turn}']").wait_for()
            page.wait_for_timeout(120)
        waits = page.evaluate("window.waits")
        browser.close()
    return [row("**key to next commitment, in Chromium**", waits)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commitments", nargs="?", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = wanted.keep or Path(folder)
        known = (where / "workspace.sqlite").exists()
        workspace = Workspace.open(where) if known else invent(where, wanted.commitments)
        began = perf_counter()
        desk = Desk(workspace, load)
        opened = perf_counter() - began
        setup = Setup(desk, "ana")
        server = create_server(make_app(setup), host="127.0.0.1", port=0, threads=4)
        Thread(target=server.run, daemon=True).start()
        lines = keys(server.effective_port) + pages(server.effective_port)
        print(f"{len(desk.cases()):,} commitments; the desk opens in {opened:.1f} s.\n")
        print("| milliseconds | best | median | 9 in 10 |\n| --- | --: | --: | --: |")
        print("\n".join(lines))
        setup.pictures.close()


if __name__ == "__main__":
    main()
