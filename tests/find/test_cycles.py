"""Commitments known by labels that come again and again."""

from find.maker import TITLES, Made
from find.readings import BODY, make_reading
from find.scoring import f1, span

from classifier.extract import extract_document
from classifier.find import find_plan
from classifier.find.cycles import template_fields

NAMES = ("Open the wells", "Name the owners", "Count the trees")


def best(series):
    return max(series, key=lambda one: len([start for start in one.starts if start.title]))


def labelled(*labels):
    """Three commitments: a title, then each label with its text."""
    fields = [pair for label in labels for pair in (("h", label, 11), ("p", BODY))]
    return make_reading(*(entry for name in NAMES for entry in (("h", name, 15), *fields)))


def template(language, country, *fields, lead_in=False):
    """A plan of one table for each commitment, its title alone in the first row."""
    made = Made(language)
    for title in TITLES[language][:6]:
        made.begin(title)
        rows = [
            [country, "Valdoria"],
            *([field, " ".join(next(made.words) for _ in range(60))] for field in fields),
        ]
        made.table([title, ""], *rows, labels=True)
        if lead_in:
            made.prose(40)
        made.end()
        made.new_page()
    return made


def test_labels_outside_the_cues_open_a_commitment_too():
    reading = labelled("What we saw", "What we shall do")
    assert [start.title for start in best(template_fields(reading)).starts] == list(NAMES)


def test_a_label_that_comes_twice_and_is_no_cue_opens_nothing():
    entries = [("h", name, 15) for name in NAMES[:2]]
    reading = make_reading(
        entries[0], ("h", "What we saw", 11), ("p", BODY), entries[1], ("h", "What we saw", 11)
    )
    assert list(template_fields(reading)) == []


def test_a_heading_and_a_label_that_recur_have_names():
    reading = labelled("What we saw")
    assert [name for name in reading.names if name] == ["what we saw"] * 3


def test_a_title_alone_in_a_tables_first_row_is_the_commitments(tmp_path):
    made = template(
        "es", "País", "Breve descripción del compromiso", "Lidera este compromiso", "Actores de apoyo"
    )
    truth = made.write(tmp_path / "plan.pdf")
    found = find_plan(extract_document(tmp_path / "plan.pdf")).commitments
    assert (f1(truth, found), span(truth, found)) == (1.0, 1.0)


def test_a_template_in_words_no_cue_knows_is_split(tmp_path):
    made = template("it", "Dove", "Chi tiene il filo", "Che strada si prende", "A che punto si vuole stare")
    truth = made.write(tmp_path / "plan.pdf")
    found = find_plan(extract_document(tmp_path / "plan.pdf")).commitments
    assert f1(truth, found) == 1.0


def template_starts(*between):
    """The starts of two labels that recur, stray pieces between each and the heading above it."""
    entries = []
    parts = [("h", "Main objective", 11), ("p", BODY), ("h", "Lead implementing agency", 11), ("p", BODY)]
    for number, name in enumerate(NAMES, 1):
        entries += [("h", f"Commitment {number}: {name}", 15), *between, *parts]
    return best(template_fields(make_reading(*entries))).starts


def test_a_stray_line_between_a_heading_and_its_first_label_is_passed_over():
    assert [start.number for start in template_starts(("p", "October 2031"))] == ["1", "2", "3"]


def test_a_paragraph_between_a_heading_and_a_label_is_not():
    assert [start.number for start in template_starts(("p", BODY))] != ["1", "2", "3"]


def test_a_title_in_a_row_no_cue_knows_is_the_value_that_differs(tmp_path):
    made = Made("fr")
    for title in TITLES["fr"][:6]:
        made.begin(title)
        rows = [["Ce qui compte", " ".join(next(made.words) for _ in range(60))], ["Pilote", "La mairie"]]
        made.table(["Ville", "Valdoria"], ["Ouvrage", title], *rows)
        made.end()
        made.new_page()
    truth = made.write(tmp_path / "plan.pdf")
    found = find_plan(extract_document(tmp_path / "plan.pdf")).commitments
    assert [one.title for one in found] == [title for title, *_ in truth]
