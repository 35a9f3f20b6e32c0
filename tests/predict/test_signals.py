"""Each boundary rule of the codebook that rules on sentences can see, on both sides."""

import pytest

from classifier.plans import Commitment
from classifier.predict.sentences import Part
from classifier.predict.signals import load_rules, read
from classifier.taxonomy import RULES, SUBTHEMES, JusticeCategory

A2J, OJI, JOG = JusticeCategory


def found(title, text=""):
    reading = read(Commitment.from_text(title=title, text=text))
    strong = [s for s in reading.signals if not s.rule.weak and s.part is not Part.BACKGROUND]
    return {signal.rule.category for signal in strong}


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Pass a law on the protection of whistleblowers", JOG),
        ("The Information Commissioner will issue binding orders", JOG),
        ("Refused requests can be appealed to an independent body", JOG),
        ("Declarations of assets will be verified against tax records", JOG),
        ("Recovery of stolen assets hidden abroad", JOG),
        ("A procurement review board hears bid protests", JOG),
        ("Establish environmental courts", JOG),
        ("All court decisions will be published online", OJI),
        ("Publish data on police complaints and use of force", OJI),
        ("Let civil society monitor prisons and publish reports", OJI),
        ("Publish criteria for the selection of judges", OJI),
        ("Free legal aid for rural women", A2J),
        ("Mobile courts and mediation in villages", A2J),
        ("A campaign so that people know their rights", A2J),
        ("Las sentencias del tribunal se publicarán en un portal", OJI),
        ("Oficinas de asesoría jurídica gratuita", A2J),
        ("Protection des lanceurs d'alerte", JOG),
        ("Defensoria pública itinerante", A2J),
    ],
)
def test_a_promise_is_seen(text, category):
    assert category in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Justice will digitise the company register",
        "Tax justice and social justice through open budgets",
        "A portal for requests for information",
        "Publish asset declarations online",
        "A citizens' budget each year",
        "Digitise tennis court bookings",
        "Open data on school meals",
        "La Cour des comptes publiera ses rapports",
        "Datos abiertos de transporte",
    ],
)
def test_words_alone_are_no_promise(text):
    assert found(text) == set()


def test_background_does_not_count():
    text = "Status quo or problem: Whistleblowers are dismissed. Description: We will publish budgets."
    assert JOG not in found("Open budgets", text)


def test_a_signal_spans_its_words():
    commitment = Commitment.from_text(title="", text="First. We will protect whistleblowers now.")
    signal = next(s for s in read(commitment).signals if s.rule.name == "whistleblower")
    assert commitment.text[signal.start : signal.end] == "whistleblowers"


def test_rules_name_what_the_codebook_names():
    assert all(rule.codebook in RULES for rule in load_rules())
    assert all(SUBTHEMES[rule.subtheme] is rule.category for rule in load_rules())


def test_no_rule_twice():
    names = [rule.name for rule in load_rules()]
    assert len(names) == len(set(names))
