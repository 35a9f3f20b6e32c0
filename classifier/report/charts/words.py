"""What a chart shows, in words, for those who do not see it."""

from collections.abc import Iterable

from classifier.report.words import Messages

# Longer descriptions tire whoever hears them read out; the table has the rest.
MOST_ITEMS = 12


def describe(words: Messages, title: str, items: Iterable[tuple[str, str]]) -> str:
    """The chart's title, its first items, and where the rest is."""
    said = [words("alt.item", name=name, value=value) for name, value in items][:MOST_ITEMS]
    return " ".join([words("alt.lead", title=title), *said, words("alt.table")])
