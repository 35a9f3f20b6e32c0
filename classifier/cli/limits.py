"""What one file may cost, as options that several verbs share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from classifier.extract.limits import Limits

MIB = 2**20
MEGAPIXELS = 10**6

_OPTIONS = (
    click.option("--seconds", default=600.0, show_default=True, help="Limit for one file."),
    click.option("--memory", default=4096, show_default=True, metavar="MIB", help="Limit for one file."),
    click.option("--pages", default=1500, show_default=True, help="Limit for one file."),
    click.option("--file-size", default=300, show_default=True, metavar="MIB", help="Limit for one file."),
    click.option(
        "--page-characters", default=200_000, show_default=True, help="Limit for the text of one page."
    ),
    click.option(
        "--image-pixels",
        default=100.0,
        show_default=True,
        metavar="MILLIONS",
        help="Limit for the picture of one page, for OCR.",
    ),
)


def limit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, in the order they are listed."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def limits_of(options: dict[str, Any]) -> "Limits":
    """The limits that the options ask for; a `UsageError` for one that is not above zero."""
    from classifier.extract.limits import Limits

    try:
        return Limits(
            file_bytes=options["file_size"] * MIB,
            pages=options["pages"],
            page_characters=options["page_characters"],
            seconds=options["seconds"],
            memory=options["memory"] * MIB,
            image_pixels=round(options["image_pixels"] * MEGAPIXELS),
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
