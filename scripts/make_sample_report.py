#!/usr/bin/env python3
"""Build the sample workspace and its report: invented plans, an invented database, a read sample.

    .venv/bin/python scripts/make_sample_report.py OUT [--language en] [--pictures docs/pictures]

Reads the sample plans, imports corpus/samples/ogp_database.csv, draws an audit sample and
"reads" it with the labels the texts were written to, as an analyst would. Writes the workspace
and the report in every format into OUT; with --pictures, the pages as people see them (needs
Chromium, LibreOffice and poppler).
"""

import argparse
import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from classifier.importing import import_database
from classifier.judgements import Decision
from classifier.pipeline import findings, process
from classifier.predict import load_model
from classifier.report import write_report
from classifier.reporting import figures_of
from classifier.review import draw_audit
from classifier.tally import plan_reading
from classifier.tally.strata import stratum_of
from classifier.tasks import plan_tasks
from classifier.taxonomy import JusticeCategory
from classifier.workspace import Workspace

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
DATABASE = CORPUS / "samples" / "ogp_database.csv"
YEAR, WIDTH = 2022, 0.12
# Pages of each document on its contact sheet, and bytes of a picture.
PAGES, MOST_BYTES = 8, 150_000
READ_ON = datetime(2026, 1, 15, tzinfo=UTC)


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--pictures", type=Path)
    args = parser.parse_args()
    with Workspace.open(args.out / "workspace") as workspace:
        fill(workspace)
        figures = figures_of(
            workspace, year=YEAR, irm=[DATABASE], language=args.language, out=args.out / "report"
        )
    written = write_report(figures, args.out / "report")
    print(figures.sentences["cover"], f"{len(written)} files in {args.out / 'report'}", sep="\n")
    if args.pictures:
        pictures(args.out / "report", args.pictures)


def fill(workspace: Workspace) -> None:
    """Plans, database, audit sample and decisions; what is there already is not done again."""
    from classifier.inputs import read_hints

    model = load_model()
    plans = sorted((CORPUS / "samples").glob("*.pdf"))
    tasks = plan_tasks(plans, workspace, model.id)
    for _ in process(tasks, workspace, model, jobs=2, hints=read_hints(plans)):
        pass
    import_database(DATABASE, workspace, model)
    if not workspace.audit():
        here = [f for f in findings(workspace) if f.prediction]
        reading = plan_reading([dict(f.prediction.scores) for f in here], WIDTH)
        strata = [(f.commitment.id, stratum_of(f.prediction.scores)) for f in here]
        workspace.store_audit(draw_audit(strata, reading.by_stratum, seed=0))
    decide(workspace)


def decide(workspace: Workspace) -> None:
    """Settle every sampled commitment by the label its text was written to."""
    audit, truth = workspace.audit(), labels()
    for finding in findings(workspace):
        item = audit.get(finding.commitment.id)
        key = (finding.plan.member.name if finding.plan.member else "", finding.commitment.title)
        if item and item.sampled and key in truth:
            made = Decision(
                f"s-{finding.commitment.id}", finding.commitment.id, truth[key], "sample reader", READ_ON
            )
            workspace.decide(made)


def labels() -> dict[tuple[str, str], frozenset[JusticeCategory]]:
    """The labels texts were written to, by member and title."""
    found = {}
    for path in (CORPUS / "commitments").glob("*.jsonl"):
        for row in map(json.loads, path.read_text().splitlines()):
            found[row["member"], row["title"]] = frozenset(map(JusticeCategory, row["labels"]))
    for path in (CORPUS / "samples").glob("*.json"):
        plan = json.loads(path.read_text())
        for one in plan["commitments"]:
            found[plan["country"], one["title"]] = frozenset(map(JusticeCategory, one["justice_categories"]))
    return found


def pictures(report: Path, out: Path) -> None:
    """The page in Chromium, on desk, phone and paper, and the documents through LibreOffice, as PNG."""
    out.mkdir(parents=True, exist_ok=True)
    browse(report, out)
    for kind in ("docx", "xlsx"):
        office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(report)]
        subprocess.run([*office, str(report / f"report.{kind}")], check=True, capture_output=True)
        (report / "report.pdf").rename(report / f"{kind}.pdf")
    for kind in ("docx", "xlsx", "print"):
        for old in report.glob(f"{kind}-*.png"):
            old.unlink()
        split = ["pdftoppm", "-r", "60", "-l", str(PAGES), "-png", f"{report / kind}.pdf", str(report / kind)]
        subprocess.run(split, check=True)
        contact_sheet(sorted(report.glob(f"{kind}-*.png")), out / f"report-{kind}.png")
    for picture in out.glob("report-*.png"):
        shrink(picture)


def browse(report: Path, out: Path) -> None:
    from playwright.sync_api import sync_playwright

    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=options)
        page = browser.new_page(viewport={"width": 1100, "height": 1400})
        page.goto((report / "report.html").absolute().as_uri())
        page.screenshot(path=out / "report-cover.png")
        for name in ("headline", "trend", "where", "what", "irm", "participants", "examples"):
            page.locator(f"#{name}").screenshot(path=out / f"report-{name}.png")
        page.pdf(path=report / "print.pdf", format="A4", print_background=True)
        page.set_viewport_size({"width": 390, "height": 2000})
        page.screenshot(path=out / "report-phone.png")
        browser.close()


def contact_sheet(pages: list[Path], out: Path) -> None:
    from PIL import Image

    images = [Image.open(page) for page in pages]
    width, height = (max(getattr(one, side) for one in images) for side in ("width", "height"))
    sheet = Image.new("RGB", (4 * width, -(-len(images) // 4) * height), "#888888")
    for at, image in enumerate(images):
        sheet.paste(image, (at % 4 * width, at // 4 * height))
    sheet.save(out)


def shrink(picture: Path) -> None:
    """At most `MOST_BYTES`: fewer colours, then fewer pixels."""
    from PIL import Image

    image = Image.open(picture).convert("RGB")
    for scale in (1.0, 0.85, 0.7, 0.55, 0.45):
        smaller = image.resize(
            (int(image.width * scale), int(image.height * scale)), Image.Resampling.LANCZOS
        )
        smaller.quantize(64).save(picture, optimize=True)
        if picture.stat().st_size <= MOST_BYTES:
            return


if __name__ == "__main__":
    main()
