"""Write the figures of docs/prediction.md from the cards of the shipped models.

python scripts/prediction_figures.py
"""

import re
from pathlib import Path

from classifier.predict.bundle import MODELS, read_card
from classifier.taxonomy import JusticeCategory
from classifier.train.train import AS_IF_NEW, BY_MEMBER, HOLD_OUT

PAGE = Path(__file__).parents[1] / "docs" / "prediction.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
SETS = {
    f"hard {BY_MEMBER}": "hard real rows, by member",
    f"hard {AS_IF_NEW}": "hard real rows, as if new",
    BY_MEMBER: "all real rows, by member",
    AS_IF_NEW: "all real rows, as if new",
    HOLD_OUT: "the corpus's hold-out",
}


def main():
    text = PAGE.read_text(encoding="utf-8")
    figures = "\n\n".join(table(name) for name in ("real-2026", "corpus-2026"))
    made = re.sub(f"{BEGIN}.*{END}", lambda _: f"{BEGIN}\n\n{figures}\n\n{END}", text, flags=re.DOTALL)
    PAGE.write_text(made, encoding="utf-8")


def table(name):
    """One model's figures, a line for each set of rows."""
    scores = read_card(MODELS / name)["scores"]
    heads = (
        "",
        "rows",
        "macro F1",
        *(f"F1 {c.short}" for c in JusticeCategory),
        "any justice",
        "found / true",
    )
    lines = [f"`{name}`:", "", row(heads), row(["---", *["--:"] * (len(heads) - 1)])]
    for key, label in SETS.items():
        if key in scores:
            lines.append(row([label, *cells(scores[key])]))
    return "\n".join(lines)


def cells(figures):
    low, high = figures["macro_f1_interval"]
    by_category = [figures["categories"][c.value] for c in JusticeCategory]
    counts = ", ".join(f"{one['predicted']}/{one['true']}" for one in by_category)
    macro = f"{figures['macro_f1']} ({low} to {high})"
    return [figures["rows"], macro, *(one["f1"] for one in by_category), figures["any_justice_f1"], counts]


def row(values):
    return f"| {' | '.join(map(str, values))} |"


if __name__ == "__main__":
    main()
