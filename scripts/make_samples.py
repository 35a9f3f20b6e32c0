"""Write the sample plans: `make samples`.

Reads corpus/plans/<name>.toml, the texts of plans of invented members, and writes
corpus/samples/<name>.pdf with its truth, <name>.json. The same texts give the same bytes.
"""

import csv
import io
import json
import sys
import tomllib
from itertools import count
from pathlib import Path

from samples.chapters import story
from samples.pages import PlanTemplate
from samples.scan import scan

ROOT = Path(__file__).parents[1]
PLANS, SAMPLES = ROOT / "corpus" / "plans", ROOT / "corpus" / "samples"


def truth(plan, name, note):
    """What the plan holds, with the keys of the shared truth files."""
    running, order, found = count(1), count(1), []
    for theme in plan["themes"]:
        if plan.get("restarts"):
            running = count(1)
        for commitment in theme["commitments"]:
            number, place = next(running), next(order)
            found.append(
                {
                    "number": str(number) if "{n}" in plan["heading"] else None,
                    "order": place,
                    "title": commitment["title"],
                    "start_page": note["start", place],
                    "end_page": note["end", place],
                    "justice_categories": commitment.get("labels", []),
                    "confidence": "sure",
                    "note": "",
                }
            )
    return {
        "file": f"{name}.pdf",
        "language": plan["language"],
        "country": plan["member"],
        "years": plan["years"],
        "layout": plan["layout_note"],
        "read": "made by scripts/make_samples.py; the member is invented",
        "commitment_count": len(found),
        "commitments": found,
    }


def make(path, folder=SAMPLES):
    """Write one plan's PDF and truth; the path of the PDF."""
    plan, note, target = tomllib.loads(path.read_text(encoding="utf-8")), {}, io.BytesIO()
    PlanTemplate(target, plan).multiBuild(list(story(plan, note)))
    data = scan(target.getvalue(), path.stem) if plan.get("scanned") else target.getvalue()
    folder.mkdir(parents=True, exist_ok=True)
    pdf = folder / f"{path.stem}.pdf"
    pdf.write_bytes(data)
    lines = json.dumps(truth(plan, path.stem, note), ensure_ascii=False, indent=1)
    pdf.with_suffix(".json").write_text(lines + "\n", encoding="utf-8")
    return pdf


def write_table(folder=SAMPLES):
    """The user's table of plans, which names members that are on nobody's list."""
    plans = [
        (path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(PLANS.glob("*.toml"))
    ]
    with (folder / "plans.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["file", "member", "years"])
        writer.writerows([f"{stem}.pdf", plan["member"], plan["years"]] for stem, plan in plans)


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for source in sorted(PLANS.glob("*.toml")):
        if not wanted or source.stem in wanted:
            print(make(source))
    write_table()
