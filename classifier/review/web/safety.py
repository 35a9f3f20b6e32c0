"""Who may act on the desk: this machine's own pages, and nobody else's.

A page of another site may try to reach a server on this machine: by naming it (DNS rebinding,
refused by the Host check), by posting a form (refused by Origin, Sec-Fetch-Site and a token that only
the desk's own pages hold), by embedding it (refused by headers). What a plan says is never markup.
"""

import hmac
import ipaddress
import secrets
from time import sleep
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, redirect, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse

# Nothing but what this server itself sends: no inline script or style, no other host, no frames.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Seconds a wrong password costs.
WRONG_PASSWORD = 1.0
# Bytes a form may have; a comment is some hundreds.
LARGEST_FORM = 256 * 1024
OPEN_PAGES = frozenset({"static", "account.login"})


def guard(app: Flask, *, hosts: frozenset[str], any_address: bool) -> None:
    """Refuse foreign requests to every page of an app, and send safe headers with each answer.

    `hosts` are names the server answers to; with `any_address` also every bare IP address, which
    no other site can take for its own name.
    """
    app.config.update(
        SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Strict", MAX_CONTENT_LENGTH=LARGEST_FORM
    )

    @app.before_request
    def refuse_foreigners() -> AnyResponse | None:
        if not _is_ours(request.host, hosts, any_address=any_address):
            abort(403, "This address is not the desk's. Open the address that `ogp-justice review` printed.")
        return _refuse_forged()

    app.after_request(_with_safe_headers)


def _refuse_forged() -> AnyResponse | None:
    """Refuse what another site sent or an old page repeats; ask for the name of who is unknown."""
    if _comes_from_elsewhere():
        abort(403, "Another site sent this. Go to the desk itself.")
    if request.method not in ("GET", "HEAD", "OPTIONS") and not _token_fits():
        abort(403, "The page was open too long. Load it again, then repeat; drafts are kept.")
    if not analyst() and request.endpoint not in OPEN_PAGES:
        return redirect(url_for("account.login"))
    return None


def _with_safe_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint not in ("static", "pages.picture"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def analyst() -> str:
    """Who is at the desk: the name given at start, or at login."""
    setup = current_app.extensions["desk"]
    return str(session.get("analyst", "")) if setup.password else str(setup.analyst)


def token() -> str:
    """What every form of this browser must bring back."""
    if "token" not in session:
        session["token"] = secrets.token_urlsafe(24)
    return str(session["token"])


def password_fits(given: str, wanted: str) -> bool:
    """Whether a password is the right one; a wrong one costs time."""
    fits = hmac.compare_digest(given.encode(), wanted.encode())
    if not fits:
        sleep(WRONG_PASSWORD)
    return fits


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server bound there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_ours(host: str, hosts: frozenset[str], *, any_address: bool) -> bool:
    name = (urlsplit(f"//{host}").hostname or "").lower()
    if name in hosts:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return any_address


def _comes_from_elsewhere() -> bool:
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin", "")
    if origin and urlsplit(origin).netloc != request.host:
        return True
    if site in ("same-origin", "none"):
        return False
    # A link on another page may open the desk; it may neither embed it nor send it anything.
    opened = (request.headers.get("Sec-Fetch-Mode"), request.headers.get("Sec-Fetch-Dest"))
    return request.method != "GET" or opened != ("navigate", "document")


def _token_fits() -> bool:
    given = request.form.get("token", "") or request.headers.get("X-Desk-Token", "")
    return hmac.compare_digest(given.encode(), token().encode())
