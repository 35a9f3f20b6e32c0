"""`train`, `evaluate`, `promote`, `rollback`: a model and its successors."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from classifier.cli.terminal import json_option, model_option, print_json, print_table
from classifier.taxonomy import JusticeCategory

if TYPE_CHECKING:
    from classifier.training import Labelled

models_option = click.option(
    "--models",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of models. [default: the shipped one]",
)
corpus_option = click.option(
    "--corpus", type=click.Path(path_type=Path, exists=True), default=None, help="Folder of the corpus."
)
gold_option = click.option(
    "--gold",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="Real labelled commitments (JSON lines); may be given more than once.",
)
ogp_option = click.option(
    "--ogp",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="Your copy of OGP's commitments database (CSV or XLSX), for the labels that refer to it; may be "
    "given more than once.",
)
decisions_option = click.option(
    "--decisions",
    default="",
    metavar="DIR",
    help="A workspace: learn from what people decided there, too.",
)


@click.command("train", short_help="Labelled commitments -> a candidate model.")
@corpus_option
@ogp_option
@gold_option
@decisions_option
@models_option
@click.option("--name", default="", help="The candidate's id. [default: from the data]")
@click.option("--corpus-alone", is_flag=True, help="Learn from the corpus alone; score on real commitments.")
@json_option
def train_command(
    corpus: Path | None,
    ogp: tuple[Path, ...],
    gold: tuple[Path, ...],
    decisions: str,
    models: Path | None,
    name: str,
    corpus_alone: bool,
    as_json: bool,
) -> int:
    """Train a candidate on the corpus, and on real labelled commitments and decisions where given.

    corpus/ogp_labels.csv holds labels of commitments of OGP's database without their text; --ogp
    supplies the text. Writes a bundle with its card into the folder of models; `promote` puts it in use.
    """
    from classifier.predict.bundle import MODELS, read_card
    from classifier.train.train import describe, train
    from classifier.training import gather

    labelled = gather(corpus, gold, ogp, decisions)
    folder = train(
        labelled.rows,
        name,
        models=models or MODELS,
        files=dict(labelled.files),
        corpus_alone=corpus_alone,
    )
    card = read_card(folder)
    if as_json:
        print_json(card)
    else:
        said = "\n".join(labelled.said)
        click.echo(f"{said}\n{describe(card)}\nCard: {folder / 'card.md'}")
        click.echo(f"Use it: ogp-justice promote {folder.name}")
    return 0


@click.command("evaluate", short_help="Score a model on commitments it never saw.")
@model_option
@corpus_option
@ogp_option
@gold_option
@click.option("--by-member", is_flag=True, help="Score by models that never saw the member.")
@click.option("--ablation", is_flag=True, help="Measure what each part adds, for the card; takes long.")
@json_option
def evaluate_command(
    model: Path | None,
    corpus: Path | None,
    ogp: tuple[Path, ...],
    gold: tuple[Path, ...],
    by_member: bool,
    ablation: bool,
    as_json: bool,
) -> int:
    """Score on the corpus's frozen hold-out, or on real labelled commitments where given.

    With --by-member, each commitment of GOLD (or, without it, of those that --ogp supplies) is scored by a
    model fitted on the corpus and on the real commitments of other members.
    """
    from classifier.training import gather

    if (by_member or ablation) and not (gold or ogp):
        raise click.UsageError("--by-member scores real commitments: give them with --gold or --ogp.")
    labelled = gather(corpus, gold, ogp)
    if ablation:
        return _ablate(labelled, model)
    figures = _measured(labelled, model, by_member=by_member)
    if as_json:
        print_json(figures)
    else:
        _print(figures)
    return 0


@click.command("promote", short_help="Put a candidate in use, if it is not worse.")
@click.argument("candidate")
@corpus_option
@models_option
def promote_command(candidate: str, corpus: Path | None, models: Path | None) -> int:
    """Put CANDIDATE in use unless it is worse in any category, beyond the interval."""
    from classifier.predict.bundle import MODELS
    from classifier.train.rows import CORPUS, load_corpus, split
    from classifier.train.train import promote

    held_out = split(load_corpus(corpus or CORPUS))[1]
    reasons = promote(candidate, held_out, models=models or MODELS)
    if reasons:
        click.echo(f"{candidate} is worse than the model in use and was not promoted:")
        click.echo("\n".join(f"  {reason}" for reason in reasons))
        return 1
    click.echo(f"{candidate} is in use.")
    return 0


@click.command("rollback", short_help="Put the model before back in use.")
@models_option
def rollback_command(models: Path | None) -> int:
    """Put the model before back in use."""
    from classifier.predict.bundle import MODELS
    from classifier.train.train import rollback

    click.echo(f"{rollback(models=models or MODELS)} is in use again.")
    return 0


def _measured(labelled: "Labelled", model: Path | None, *, by_member: bool) -> dict[str, Any]:
    """Figures in full on gold rows where there are any, else on the corpus's hold-out."""
    from classifier.predict import load_model
    from classifier.train.evaluate import row_keys, score_model, too_little
    from classifier.train.figures import in_full, worst_errors
    from classifier.train.rows import Source, split
    from classifier.train.train import scored_by_member

    if by_member:
        scored, rows = scored_by_member(labelled.rows, labelled.gold)
    else:
        gold = [row for row in labelled.rows if row.id in labelled.gold and row.source is Source.REAL]
        rows = gold or split(labelled.rows)[1]
        scored = score_model(load_model(model), rows)
    worst = worst_errors(scored, [row.id for row in rows])
    return in_full(scored, row_keys(rows)) | {"worst": worst, "languages_with_too_little": too_little(rows)}


def _ablate(labelled: "Labelled", model: Path | None) -> int:
    """Measure the variants and keep them in the card of a model."""
    from classifier.predict.bundle import MODELS, current
    from classifier.train.ablation import ablation
    from classifier.train.card import write_ablation
    from classifier.train.material import prepare
    from classifier.train.rows import Source, split
    from classifier.train.train import data_hash

    folder = model or MODELS / current()
    learned, _ = split([row for row in labelled.rows if row.source is Source.CORPUS])
    material = prepare([*learned, *(row for row in labelled.rows if row.source is Source.REAL)])
    variants = ablation(material)
    write_ablation(folder, {"data_sha256": data_hash(labelled.rows), "variants": variants})
    columns = ["macro_f1", "any_justice_f1", "average_precision", "hard_macro_f1"]
    print_table(
        ["variant", *columns],
        [(row["variant"], *(row["whole lexicon"][name] for name in columns)) for row in variants],
    )
    click.echo(f"Kept in {folder / 'card.md'}")
    return 0


def _print(figures: dict[str, Any]) -> None:
    rows = [
        (JusticeCategory(code).full_name, *(_cell(figure, key) for key in KEYS))
        for code, figure in figures["categories"].items()
    ]
    print_table(["category", "P", "R", "F1", "AP", "Brier", "true", "found", "adjusted"], rows)
    low, high = figures["macro_f1_interval"]
    click.echo(
        f"Macro F1 {figures['macro_f1']} [{low}, {high}], any justice {figures['any_justice_f1']}, "
        f"calibration error {figures['expected_calibration_error']}; {figures['rows']} commitments of "
        f"{figures['members']} members."
    )
    click.echo(_taken(figures["accepted"]))
    if figures["languages_with_too_little"]:
        from classifier.train.train import few_labels

        click.echo(few_labels(figures["languages_with_too_little"]))


def _cell(figure: dict[str, Any], key: str) -> str:
    """A figure with its interval, where it has both."""
    value, bounds = figure[key], figure.get(f"{key}_interval")
    return f"{value} [{bounds[0]}, {bounds[1]}]" if bounds and key == "f1" else f"{value}"


def _taken(accepted: dict[str, Any]) -> str:
    """What would be accepted unread, in a sentence."""
    named = {key: accepted[key] for key in ("share", "precision", "missed")}
    said = {
        key: f"{v[0]:.1%} ({v[1]:.1%} to {v[2]:.1%})" if v else "none to count" for key, v in named.items()
    }
    return (
        f"Accepted unread: {said['share']}; labels right there: {said['precision']}; "
        f"true labels missed there: {said['missed']}."
    )


# The columns of the table, as the card names them.
KEYS = ("precision", "recall", "f1", "average_precision", "brier", "true", "predicted", "adjusted")
