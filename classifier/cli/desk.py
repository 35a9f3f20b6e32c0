"""What the review desk is made of: findings, what is known of the model, a server."""

import json
import socket
import sys
import webbrowser
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

import click

import classifier
from classifier.errors import OgpJusticeError

if TYPE_CHECKING:
    from flask import Flask

    from classifier.judgements import Correction, Finding
    from classifier.review.doubts import Knowledge
    from classifier.review.web import Setup
    from classifier.taxonomy import JusticeCategory
    from classifier.workspace import Workspace

# Ports tried after the first: a second analyst on the same machine gets the next one.
PORTS = 12
THREADS = 6


def load(workspace: "Workspace", irm: Sequence[Path] = ()) -> tuple[list["Finding"], "Knowledge"]:
    """Every finding, and what the reasons to doubt look at beside it."""
    from classifier.pipeline import findings
    from classifier.review.counterparts import counterparts
    from classifier.review.doubts import Knowledge, usual_unknown
    from classifier.workspace.ledger import READ

    found = list(findings(workspace))
    tags, known_tags = _tags(found, irm)
    card = _card(workspace.latest_model())
    knowledge = Knowledge(
        thresholds={name: band["threshold"] for name, band in _bands(card).items()},
        covered=frozenset(card.get("languages_covered", ())),
        files={row.plan_id: row for row in workspace.files() if row.plan_id and row.outcome == READ},
        tags=tags,
        tag_categories=known_tags,
        counterparts=counterparts(found),
        usual_unknown=usual_unknown(found),
    )
    return found, knowledge


def correct(workspace: "Workspace", correction: "Correction") -> None:
    """Keep and apply a correction of a split, and predict what it changed anew."""
    from classifier import pipeline
    from classifier.predict import load_model

    pipeline.correct(workspace, correction, load_model(workspace.latest_model() or None))


def _card(model_id: str) -> Mapping[str, Any]:
    """The card of the model that made the predictions; empty where it is gone."""
    # Read here and not by `predict`, whose libraries take seconds to load and are not needed.
    path = Path(classifier.__file__).parents[1] / "models" / model_id / "card.json"
    try:
        card: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return card


def _bands(card: Mapping[str, Any]) -> dict[Any, Mapping[str, float]]:
    from classifier.taxonomy import JusticeCategory

    return {JusticeCategory(name): band for name, band in card.get("bands", {}).items()}


def _tags(
    found: Sequence["Finding"], irm: Sequence[Path]
) -> tuple[dict[str, frozenset[str]], Mapping[str, "JusticeCategory"]]:
    """OGP's tags by commitment id, none for rows without; and the category each tag stands for."""
    if not irm:
        return {}, {}
    from classifier.irm import join_findings, read_database
    from classifier.report.tags import TAGS

    rows = join_findings(found, {path.name: read_database(path) for path in irm}).rows
    return {ours: row.tags for ours, row in rows.items() if row.tags is not None}, TAGS


def similar(target: "Finding", findings: Sequence["Finding"]) -> list[tuple["Finding", float]]:
    """Justice commitments of other members most like one, each with how like it is (0 to 1)."""
    from classifier.report import similar as most_like

    pool = [finding for finding in findings if finding.label and finding.label.categories]
    return [(one.finding, one.score) for one in most_like(target, pool, {})]


def serve(setup: "Setup", host: str, port: int, *, browser: bool) -> None:
    """Serve the desk until it is stopped; opens the browser once it answers."""
    from waitress import create_server

    from classifier.review.web import make_app

    app: Flask = make_app(setup)
    bound = free_socket(host, port)
    address = f"http://{_named(host)}:{bound.getsockname()[1]}/"
    server = create_server(app, sockets=[bound], threads=THREADS, ident="ogp-justice")
    click.echo(f"The review desk is at {address} (stop it with Ctrl+C)")
    sys.stdout.flush()
    if browser:
        timer = Timer(0.3, webbrowser.open, [address])
        timer.daemon = True
        timer.start()
    try:
        server.run()
    finally:
        server.close()
        setup.pictures.close()


def free_socket(host: str, port: int) -> socket.socket:
    """A socket bound to the port, or to one of the next where others are at work."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for one in range(port, port + PORTS) if port else [0]:
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, one))
            bound.listen(64)
        except OSError:
            bound.close()
        else:
            return bound
    raise OgpJusticeError(
        f"No port from {port} to {port + PORTS - 1} is free on {host}. Name another with --port."
    )


def _named(host: str) -> str:
    if host in ("0.0.0.0", "::"):
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
