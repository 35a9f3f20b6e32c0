"""Who reads, and how they like it: login, theme, keys, the model hidden."""

from urllib.parse import urlsplit

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse

from classifier.review.web.safety import password_fits
from classifier.review.web.words import THEMES, the_desk

pages = Blueprint("account", __name__)
# Characters a name may have.
LONGEST_NAME = 60


@pages.route("/login", methods=["GET", "POST"])
def login() -> AnyResponse | str | tuple[str, int]:
    """Name and password, where the desk is shared."""
    wanted = current_app.extensions["desk"].password
    if not wanted:
        return redirect(url_for("pages.start"))
    if request.method == "GET":
        return render_template("login.html.j2", problem="")
    name = " ".join(request.form.get("name", "").split())[:LONGEST_NAME]
    if not name or not password_fits(request.form.get("password", ""), wanted):
        return render_template("login.html.j2", problem="A name and the right password are needed."), 403
    session["analyst"] = name
    return redirect(url_for("pages.start"), 303)


@pages.post("/logout")
def logout() -> AnyResponse:
    """Forget who reads in this browser."""
    session.pop("analyst", None)
    return redirect(url_for("account.login"), 303)


@pages.get("/help")
def show_help() -> str:
    """Every key, and what it does."""
    return render_template("help.html.j2", second_share=the_desk().second_share)


@pages.post("/settings")
def settings() -> AnyResponse:
    """Change how this browser shows things; go back to where it came from."""
    form = request.form
    if form.get("theme") in THEMES:
        session["theme"] = form["theme"]
    if "hide_model" in form:
        session["hide_model"] = form["hide_model"] == "yes"
        flash("The model is hidden." if session["hide_model"] else "The model is shown.")
    if "keys" in form:
        session["keys"] = form["keys"] == "yes"
    session.permanent = True
    return redirect(_back(), 303)


@pages.post("/second")
def second() -> AnyResponse:
    """Choose the share of commitments that two people read."""
    share = request.form.get("share", type=float)
    if share is None or not 0 <= share <= 100:
        abort(400, "The share is a percentage between 0 and 100.")
    desk = the_desk()
    desk.second_share = share / 100
    flash(f"{share:g}% of all commitments are read by two people from now on.")
    return redirect(url_for("judging.show_progress"), 303)


@pages.post("/reload")
def reload() -> AnyResponse:
    """Take up what a run has changed."""
    the_desk().reload()
    flash("The workspace was read anew.")
    return redirect(_back(), 303)


def _back() -> str:
    """The page the form stood on; never another site's."""
    target = urlsplit(request.form.get("back", "/"))
    if target.scheme or target.netloc or not target.path.startswith("/") or target.path.startswith("//"):
        return "/"
    return f"{target.path}?{target.query}" if target.query else target.path
