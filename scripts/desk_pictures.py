"""Pictures of every screen of the review desk, light and dark: `python scripts/desk_pictures.py [FOLDER]`.

Reads the sample plans of invented members, lets two invented analysts decide, and photographs the desk in
Debian's Chromium into docs/review (or FOLDER). The analysts follow the plans' truth, and err now and then.
"""

import io
import json
import random
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from waitress import create_server

from classifier import pipeline
from classifier.cli.desk import correct, load
from classifier.inputs import gather, read_hints
from classifier.predict import load_model
from classifier.review import draw_audit
from classifier.review.desk import Desk
from classifier.review.queue import Filter
from classifier.review.settle import ADJUDICATION
from classifier.review.web import Setup, make_app
from classifier.tally.strata import stratum_of
from classifier.tasks import plan_tasks
from classifier.taxonomy import JusticeCategory
from classifier.workspace import Workspace

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples"
SIZE = {"width": 1280, "height": 800}
COMMENTS = (
    "B3: users follow their own case",
    "sanction named, see milestones",
    "only the problem speaks of courts",
)
# Colours of a picture; enough for text and a page, and a third of the bytes.
COLOURS = 160
# The categories' own colours, which cover too few points to be chosen by themselves.
KEPT = [(0, 114, 178), (230, 159, 0), (0, 158, 115), (220, 236, 246), (252, 237, 204), (213, 239, 229)]


def prepare(where: Path) -> Workspace:
    """The sample plans read, a sample drawn, two analysts at work."""
    workspace, model = Workspace.open(where), load_model()
    paths = gather([SAMPLES])
    tasks = plan_tasks(paths, workspace, model.id)
    list(pipeline.process(tasks, workspace, model, hints=read_hints(paths)))
    draw(workspace)
    desk = Desk(workspace, load)
    desk.second_share = 0.8
    decide(desk)
    return workspace


def draw(workspace: Workspace) -> None:
    """A small audit sample."""
    strata = [
        (f.commitment.id, stratum_of(f.prediction.scores))
        for f in pipeline.findings(workspace)
        if f.prediction
    ]
    workspace.store_audit(draw_audit(strata, [2] * 6))


def decide(desk: Desk) -> None:
    """Ana and Ben read most of it, each by the truth with a slip now and then."""
    chance, truth = random.Random(3), truths()
    for case in sorted(desk.cases(), key=lambda case: case.id):
        right = truth.get((case.finding.plan.file_name, case.finding.commitment.order), frozenset())
        for analyst, share, slips in (("ana", 0.55, 0.06), ("ben", 0.6, 0.1)):
            if not case.sampled and chance.random() < share:
                said = right ^ {chance.choice(list(JusticeCategory))} if chance.random() < slips else right
                comment = chance.choice(COMMENTS) if said and chance.random() < 0.4 else ""
                desk.decide(desk.case(case.id), frozenset(said), analyst, comment=comment)
    # One that was thought over: taken back, decided anew, settled by a third.
    case = desk.case(max(case.id for case in desk.cases() if case.disputed))
    desk.decide(case, None, "ana", comment="cannot tell from the milestones")
    desk.undo("ana")
    desk.decide(
        case, frozenset({JusticeCategory.OPEN_JUSTICE_INSTITUTIONS}), "ana", comment="read page again"
    )
    desk.decide(case, frozenset(), "cleo", reason=ADJUDICATION, comment="B5: none, as settled in May")


def truths() -> dict[tuple[str, int], frozenset[JusticeCategory]]:
    """What each sample plan was made to hold."""
    found = {}
    for path in sorted(SAMPLES.glob("*.json")):
        plan = json.loads(path.read_text(encoding="utf-8"))
        for one in plan["commitments"]:
            labels = frozenset(JusticeCategory(code) for code in one["justice_categories"])
            found[plan["file"], one["order"]] = labels
    return found


def screens(desk: Desk) -> dict[str, str]:
    """Each screen's name with its address."""
    plan = next(p for p in desk.workspace.plans() if p.file_name.startswith("arvenia"))
    read = next(
        c for c in desk.select(Filter(), "ana") if len(c.finding.prediction.evidence) > 3 and not c.sampled
    )
    blind = next(case for case in desk.cases() if case.sampled)
    told = max(desk.cases(), key=lambda case: (len(case.decisions), case.disputed, case.id))
    return {
        "read": f"/read/{read.id}",
        "blind": f"/read/{blind.id}?state=audit",
        "queue": "/queue?state=all",
        "plans": "/plans",
        "plan": f"/plans/{plan.id}",
        "split": f"/plans/{plan.id}/split",
        "disagreements": "/disagreements",
        "agreement": "/agreement",
        "progress": "/progress",
        "history": f"/history/{told.id}",
        "codebook": "/codebook",
        "help": "/help",
    }


def serve(stack: ExitStack, setup: Setup) -> str:
    """The address of a desk that is served until the stack ends."""
    server = create_server(make_app(setup), host="127.0.0.1", port=0, threads=4)
    Thread(target=server.run, daemon=True).start()
    stack.callback(setup.pictures.close)
    return f"http://127.0.0.1:{server.effective_port}"


def photograph(page: Page, target: Path) -> None:
    """One screen as a small PNG."""
    page.wait_for_load_state("networkidle")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    palette = shot.quantize(COLOURS, dither=Image.Dither.NONE).getpalette() or []
    fixed = Image.new("P", (1, 1))
    fixed.putpalette(palette[: 3 * COLOURS] + [part for colour in KEPT for part in colour])
    shot.quantize(palette=fixed, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


def visit(browser: Browser, address: str, name: str, folder: Path, scheme: str, **options: Any) -> None:
    context = browser.new_context(**({"viewport": SIZE, "color_scheme": scheme} | options))
    page = context.new_page()
    page.goto(address)
    if name == "split":
        page.get_by_text("Split in two").first.click()
    photograph(page, folder / f"{name}-{scheme}.png")
    context.close()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as where, ExitStack() as stack, sync_playwright() as play:
        desk = Desk(prepare(Path(where)), load)
        address = serve(stack, Setup(desk, "ana", correct=correct))
        shared = serve(stack, Setup(desk, "", password="invented"))
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for scheme in ("light", "dark"):
            for name, path in screens(desk).items():
                visit(browser, address + path, name, folder, scheme)
            visit(browser, f"{shared}/login", "login", folder, scheme)
            small = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
            visit(browser, address + screens(desk)["read"], "read-200-percent", folder, scheme, **small)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "review")
