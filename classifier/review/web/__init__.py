"""The desk in a browser: served from this machine, to this machine."""

from classifier.review.web.app import Setup, make_app

__all__ = ["Setup", "make_app"]
