"""Families of wording: what many governments call the same thing is one concept, in each language."""

import pytest

from classifier.plans import Commitment
from classifier.predict.lexicon import load_lexicon
from classifier.predict.sentences import Part
from classifier.predict.signals import read, read_without
from classifier.taxonomy import JusticeCategory

A2J, OJI, JOG = JusticeCategory


def concepts(text, language):
    return {match.concept for match in load_lexicon(language).match(text)}


def spoken_for(text):
    reading = read(Commitment.from_text(title="", text=text))
    return {s.rule.category for s in reading.signals if not s.rule.weak and s.part is not Part.BACKGROUND}


@pytest.mark.parametrize(
    ("language", "concept", "text"),
    [
        ("en", "refusal", "a request that was turned down"),
        ("en", "refusal", "people who received no answer"),
        ("en", "appeal", "bring the matter before a panel"),
        ("en", "appeal", "a reconsideration by another officer"),
        ("en", "binding", "its decisions are final"),
        ("en", "declaration", "statements of property of office holders"),
        ("en", "whistleblower", "a worker who discloses misconduct"),
        ("en", "police_accountability", "the conduct of officers"),
        ("en", "judges_selection", "misconduct of judges"),
        ("en", "legal_aid_body", "the Legal Services Board"),
        ("en", "conflict_victims", "victims of the armed conflict"),
        ("es", "refusal", "la negativa a entregar documentos"),
        ("es", "appeal", "la decisión podrá apelarse"),
        ("es", "verify", "se cruzará con el catastro"),
        ("es", "conflict_victims", "víctimas del conflicto armado interno"),
        ("es", "whistleblower", "quien informe de buena fe"),
        ("fr", "judgments", "la diffusion des décisions des juridictions"),
        ("fr", "judges_selection", "les plaintes visant des magistrats"),
        ("fr", "whistleblower", "aucune mesure de rétorsion"),
        ("fr", "conflict_victims", "les victimes des conflits armés"),
        ("pt", "whistleblower", "quem relata irregularidades"),
        ("pt", "police_accountability", "mortes decorrentes de intervenção policial"),
        ("pt", "conflict_victims", "vítimas do conflito armado"),
        ("it", "legal_matter", "le liti tra vicini"),
        ("ro", "law_text", "actele normative în vigoare"),
        ("uk", "settle", "вирішення спорів"),
        ("ru", "lawyer", "юристы в сёлах"),
        ("sr", "conflict_victims", "жртве рата"),
        ("sq", "harmonisation", "përafrimi i legjislacionit"),
        ("mk", "conduct", "однесувањето на полицајците"),
        ("ka", "lawyer", "ადვოკატები სოფლებში"),
        ("hy", "allocation", "գործերի բաշխումը"),
        ("id", "missing_persons", "keluarga orang hilang"),
        ("ar", "conflict_victims", "جبر ضرر ضحايا النزاع"),
        ("el", "people", "οι πολίτες"),
        ("de", "refusal", "der Antrag wird abgelehnt"),
        ("ko", "overheld", "미결수용자의 석방"),
    ],
)
def test_a_family_of_wording_is_one_concept(language, concept, text):
    assert concept in concepts(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "el defensor público y los servidores públicos"),
        ("pt", "o defensor público e os servidores públicos"),
        ("fr", "les agents publics du service public"),
        ("it", "il difensore e il servizio pubblico"),
        ("ro", "funcționarii publici"),
    ],
)
def test_the_adjective_public_promises_no_openness(language, text):
    assert "openness" not in concepts(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "se publicarán los contratos"),
        ("pt", "os contratos serão publicados"),
        ("fr", "les contrats seront rendus publics"),
        ("it", "i contratti saranno pubblicati"),
        ("ro", "contractele vor fi publicate"),
    ],
)
def test_to_publish_promises_openness(language, text):
    assert "openness" in concepts(text, language)


@pytest.mark.parametrize("text", ["datos fiscales abiertos", "investigaciones de corte académico"])
def test_fiscal_data_and_kinds_of_research_are_no_justice_actor(text):
    assert not {"prosecutor", "court"} & concepts(text, "es")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Anyone whose request was turned down may bring the matter before the panel.", JOG),
        ("Complaints about the behaviour of judges will be answered.", OJI),
        ("The Legal Services Board will publish how many applications it granted.", OJI),
        ("The Legal Aid Board will give reasons for its refusals in an annual report.", OJI),
        ("Waive fees in divorce and maintenance cases of single mothers.", A2J),
        ("Children's hearings take place in child-friendly rooms.", A2J),
        ("Independent visitors may enter immigration detention.", OJI),
        ("Officials at fault will be held personally liable for unanswered requests.", JOG),
        ("Quien reciba una negativa podrá apelar ante un órgano independiente.", JOG),
        ("La inspection traitera les plaintes sur le comportement des juges.", OJI),
    ],
)
def test_a_promise_in_other_words_is_seen(text, category):
    assert category in spoken_for(text)


def test_a_term_read_over_uncovers_the_shorter_one_it_hid():
    lexicon, text = load_lexicon("en"), "the supreme court of the island"
    assert ("court", "supreme court") in {(m.concept, m.term) for m in lexicon.match(text)}
    found = lexicon.match(text, {("court", "supreme court")})
    assert ("court", "court") in {(m.concept, m.term) for m in found}


def test_hidden_terms_are_counted_too():
    terms = load_lexicon("en").terms("the supreme court")
    assert {("court", "supreme court"), ("court", "court")} <= terms


def test_no_words_hold_no_terms():
    assert load_lexicon("en").terms("—") == set()


def test_a_reading_without_its_terms_has_none_of_their_rules():
    reading = read(Commitment.from_text(title="", text="Protect whistleblowers."))
    bare = read_without(reading, load_lexicon("en").terms("Protect whistleblowers."))
    assert reading.signals and not bare.signals
    assert [s for s, _ in bare.sentences] == [s for s, _ in reading.sentences]


def test_a_reading_without_nothing_is_the_same():
    reading = read(Commitment.from_text(title="Tax justice", text="Courts publish judgments."))
    assert read_without(reading, frozenset()) == reading
