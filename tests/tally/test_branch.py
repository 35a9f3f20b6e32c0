import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.predict.lexicon import languages as lexicon_languages
from classifier.tally.branch import Branch, branch_of

FOLDER = files("classifier.tally") / "branches"
FILES = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".toml"))
NAMED = {
    "executive": ["Ministry of Justice", "Municipality of Port Selm", "Cabinet Office"],
    "judiciary": ["Supreme Court of Telmara", "The Judiciary", "High Judicial Council"],
    "legislature": ["National Assembly", "Parliament of Telmara", "Office of the Clerk of Parliament"],
    "independent": ["Ombudsman", "Office of the Auditor-General", "Independent Information Commission"],
}


@pytest.mark.parametrize("branch, name", [(b, name) for b, names in NAMED.items() for name in names])
def test_an_institution_is_known_by_its_words(branch, name):
    assert branch_of(name, "en") == branch


@pytest.mark.parametrize(
    "language, name, branch",
    [
        ("es", "Ministerio de Justicia", "executive"),
        ("es", "Corte de Cuentas", "independent"),
        ("es", "Corte Suprema de Justicia", "judiciary"),
        ("fr", "Cour des comptes", "independent"),
        ("fr", "Ministère de l’Intérieur", "executive"),
        ("pt", "Câmara dos Deputados", "legislature"),
        ("de", "Bundesministerium der Justiz", "executive"),
        ("de", "Oberlandesgericht", "judiciary"),
        ("uk", "Верховний Суд", "judiciary"),
        ("sr", "Poverenik za informacije", "independent"),
        ("el", "Υπουργείο Δικαιοσύνης", "executive"),
        ("ko", "법무부", "executive"),
        ("ar", "وزارة العدل", "executive"),
    ],
)
def test_every_language_has_words_of_its_own(language, name, branch):
    assert branch_of(name, language) == branch


def test_a_court_of_audit_is_no_court():
    assert branch_of("Court of Audit") is Branch.INDEPENDENT


def test_the_institution_named_first_leads():
    assert branch_of("Supreme Court with the Ministry of Finance") is Branch.JUDICIARY
    assert branch_of("Ministry of Finance with the Supreme Court") is Branch.EXECUTIVE


def test_an_office_belongs_to_what_it_is_the_office_of():
    assert branch_of("Office of the Supreme Court") is Branch.JUDICIARY
    assert branch_of("Lands Office") is Branch.EXECUTIVE


@pytest.mark.parametrize("name", ["", "Netwerk Open", "courtyard friends", "NA"])
def test_what_no_word_tells_stays_unknown(name):
    assert branch_of(name, "en") is None


def test_english_names_are_known_in_plans_of_any_language():
    assert (
        branch_of("Ministry of Interior", "ka") is branch_of("Ministry of Interior", "xx") is Branch.EXECUTIVE
    )


def test_case_and_accents_do_not_matter():
    assert branch_of("MINISTERE DE LA JUSTICE", "fr") is branch_of("ministère de la justice", "fr")


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_words_for_every_branch(name):
    words = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    assert set(words) == {*Branch, "office"}
    assert all(words.values())


def test_every_language_the_lexicon_knows_has_a_file():
    assert set(lexicon_languages()) <= {name.removesuffix(".toml") for name in FILES}


@given(st.text(max_size=60))
def test_any_text_has_one_branch_or_none(text):
    assert branch_of(text, "en") in {*Branch, None}
