"""A small invented world of labelled rows: four kinds of promise, told apart by their words."""

from classifier.taxonomy import JusticeCategory
from classifier.train.rows import Row, Source

A2J, OJI, JOG = JusticeCategory
PROMISES = (
    ("We will give free legal aid in {place}.", [A2J]),
    ("The courts of {place} will publish all judgments as open data.", [OJI]),
    ("A law of {place} will protect whistleblowers.", [JOG]),
    ("We will publish the budget of {place}.", []),
    ("A map will show the bus stops of {place}.", []),
    ("Residents of {place} will plant trees in the park.", []),
    ("A portal will list the permits of {place}.", []),
)
PLACES = ("Lake", "Hill", "Mill", "Harbour", "Forest", "Meadow", "Bridge", "Castle", "Orchard")


def make_row(number, text="We will publish the budget.", labels=(), **more):
    values = {"member": f"m{number % 9}", "language": "en", "title": f"Promise {number}"}
    values |= {"source": Source.CORPUS, "labels": frozenset(labels)}
    return Row(id=f"en-{number}", text=text, **(values | more))


def small_world(members=9, each=14):
    """Rows of some members, each with every promise twice; nothing in a name tells a label."""
    rows = []
    for number in range(members * each):
        text, labels = PROMISES[number % len(PROMISES)]
        member = number // each
        place = PLACES[member % len(PLACES)]
        rows.append(make_row(number, text.format(place=place), labels, member=f"m{member}"))
    return rows
