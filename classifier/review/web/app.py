"""The Flask app: what it needs, how its parts come together."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from flask import Flask, current_app, render_template, request
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from classifier.errors import OgpJusticeError, UnknownId
from classifier.judgements import Correction, Finding
from classifier.review.desk import Desk
from classifier.review.web import account, correcting, judging, lists, reading
from classifier.review.web.pictures import Pictures
from classifier.review.web.safety import guard
from classifier.review.web.words import helpers
from classifier.workspace import Workspace
from classifier.workspace.desk import keep_setting, setting

LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})

# Keeps a correction of a split, applies it, predicts anew.
Correct = Callable[[Workspace, Correction], object]
# Commitments of others most like one, each with its likeness (0 to 1).
Similar = Callable[[Finding, Sequence[Finding]], Sequence[tuple[Finding, float]]]


@dataclass(frozen=True)
class Setup:
    """What the app is made with.

    `analyst` is who reads, unless a `password` is set: then each browser says who it is. `hosts`
    are names the server may be called by; with `any_address` also by any of its addresses.
    `correct` is `None` where splits cannot be corrected, `similar` where likeness is not known.
    """

    desk: Desk
    analyst: str
    password: str = ""
    hosts: frozenset[str] = LOOPBACK_NAMES
    any_address: bool = False
    correct: Correct | None = None
    similar: Similar | None = None
    pictures: Pictures = field(default_factory=Pictures)


def make_app(setup: Setup) -> Flask:
    """The app, ready for any WSGI server."""
    app = Flask(__name__, static_folder="static", template_folder="templates")
    # Flask escapes by the file's ending, and would leave .j2 as it is.
    app.jinja_env.autoescape = True
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.secret_key = _secret(setup.desk.workspace)
    app.config["SESSION_COOKIE_NAME"] = "ogp-justice-desk"
    app.extensions["desk"] = setup
    guard(app, hosts=setup.hosts, any_address=setup.any_address)
    app.context_processor(helpers)
    parts: Sequence[object] = (reading, lists, correcting, judging, account)
    for part in parts:
        app.register_blueprint(part.pages)  # type: ignore[attr-defined]
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(OgpJusticeError, _failed)
    return app


def _secret(workspace: Workspace) -> str:
    """One for each workspace, so that a page still open works after the server was started anew."""
    found = setting(workspace, "secret")
    if not found:
        found = secrets.token_hex(32)
        keep_setting(workspace, "secret", found)
    return found


def _refused(error: HTTPException) -> tuple[str, int]:
    return _problem(error.name, error.description or "", error.code or 500)


def _failed(error: OgpJusticeError) -> tuple[str, int]:
    return _problem("That did not work", str(error), 404 if isinstance(error, UnknownId) else 409)


def _problem(head: str, what: str, code: int) -> tuple[str, int]:
    current_app.logger.info("%s %s: %s", request.method, request.path, code)
    return render_template("problem.html.j2", head=head, what=what), code
