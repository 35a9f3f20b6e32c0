"""Groups, means and signs of a people-centred reform, as sentences name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.plans import Commitment
from classifier.predict.evidence import GROUPS, INDICATORS, MEANS, groups, means, people_centred, promised
from classifier.predict.lexicon import load_lexicon
from classifier.predict.signals import read
from classifier.taxonomy import Group, Means, PeopleCentred

NAMED = [
    ("en", "Legal aid for women", Group.WOMEN),
    ("en", "Shelters for survivors of gender-based violence", Group.GBV_SURVIVORS),
    ("en", "Lawyers for children and young people", Group.CHILDREN_AND_YOUTH),
    ("en", "Courts open to persons with disabilities", Group.PERSONS_WITH_DISABILITIES),
    ("en", "Interpreters for indigenous peoples", Group.INDIGENOUS_PEOPLES),
    ("en", "Mediators for ethnic minorities", Group.ETHNIC_MINORITIES),
    ("en", "Legal advice for LGBTQI people", Group.LGBTQIA),
    ("en", "Help for migrants and refugees", Group.MIGRANTS_AND_REFUGEES),
    ("en", "Legal clinics for older people", Group.OLDER_PEOPLE),
    ("en", "Advice for poor and rural communities", Group.POOR_OR_RURAL),
    ("en", "Lawyers for detainees", Group.DETAINEES),
    ("en", "Protection of human rights defenders and journalists", Group.DEFENDERS_AND_JOURNALISTS),
    ("es", "Asistencia para mujeres", Group.WOMEN),
    ("es", "Ayuda para personas con discapacidad", Group.PERSONS_WITH_DISABILITIES),
    ("es", "Intérpretes para pueblos indígenas", Group.INDIGENOUS_PEOPLES),
    ("es", "Abogados para personas privadas de libertad", Group.DETAINEES),
    ("es", "Asesoría para migrantes y refugiados", Group.MIGRANTS_AND_REFUGEES),
    ("es", "Reparación a víctimas del conflicto armado", Group.CONFLICT_VICTIMS),
    ("fr", "Aide pour les femmes", Group.WOMEN),
    ("fr", "Accès pour les personnes handicapées", Group.PERSONS_WITH_DISABILITIES),
    ("fr", "Avocats pour les détenus", Group.DETAINEES),
    ("fr", "Conseils pour les migrants et réfugiés", Group.MIGRANTS_AND_REFUGEES),
    ("fr", "Aide pour les enfants", Group.CHILDREN_AND_YOUTH),
    ("pt", "Ajuda para mulheres", Group.WOMEN),
    ("pt", "Acesso para pessoas com deficiência", Group.PERSONS_WITH_DISABILITIES),
    ("pt", "Intérpretes para povos indígenas", Group.INDIGENOUS_PEOPLES),
    ("pt", "Apoio a crianças e jovens", Group.CHILDREN_AND_YOUTH),
]
LEVERS = [
    ("A digital platform for cases", Means.TECHNOLOGY),
    ("Courts publish their decisions", Means.TRANSPARENCY),
    ("Civil society will take part in drafting the rules", Means.PARTICIPATION),
    ("A survey of legal needs", Means.INFORMATION_AND_DATA),
]
SIGNS = [
    ("A survey of people's legal needs", "need identified from users' data"),
    ("A know your rights campaign", "legal-capability action"),
    ("Paralegals will give advice", "help beyond lawyers"),
    ("A one-stop centre", "triage, one-stop or prevention"),
    ("Interpreters at every hearing", "a barrier removed"),
    ("The rules are co-designed with civil society", "users or civil society co-design or monitor"),
    ("User satisfaction is measured", "outcome or satisfaction measured"),
    ("Data disaggregated by sex and region", "disaggregated data"),
    ("Lawyers for older people", "named user group"),
]
concepts = st.frozensets(st.sampled_from(sorted({*GROUPS, *INDICATORS, *MEANS, "court", "nonsense"})))


def said(text, language="en", title=""):
    return promised(read(Commitment.from_text(title=title, text=text, language=language)))


@pytest.mark.parametrize(("language", "text", "group"), NAMED)
def test_a_group_is_known_by_its_name(language, text, group):
    assert group in groups(said(text, language))


def test_every_group_of_the_codebook_can_be_named():
    assert {group for *_, group in NAMED} == set(Group) == set(GROUPS.values())


@pytest.mark.parametrize(("text", "lever"), LEVERS)
def test_a_lever_is_known_by_what_it_does(text, lever):
    assert lever in means(said(text))


def test_every_lever_of_the_coalition_can_be_named():
    assert {lever for _, lever in LEVERS} == set(Means) == set(MEANS.values())


@pytest.mark.parametrize(("text", "sign"), SIGNS)
def test_a_sign_of_people_at_the_centre_is_found(text, sign):
    assert sign in people_centred(said(text))[1]


def test_every_sign_can_be_found():
    assert {sign for _, sign in SIGNS} == {*INDICATORS.values(), "named user group"}


def test_a_group_in_the_background_is_nobody_it_is_aimed_at():
    text = "Status quo or problem: Women wait for years.\nCommitment description: We publish the budget."
    assert groups(said(text)) == frozenset()


def test_a_group_in_the_title_counts():
    assert groups(said("Advice is free.", title="Legal aid for women")) == {Group.WOMEN}


@given(concepts)
def test_two_signs_or_more_are_a_yes_and_none_a_no(some):
    flag, signs = people_centred(some)
    wanted = {0: PeopleCentred.NO, 1: PeopleCentred.UNCLEAR}.get(len(signs), PeopleCentred.YES)
    assert flag is wanted and len(set(signs)) == len(signs)


@given(concepts, concepts)
def test_more_words_never_take_a_sign_a_group_or_a_lever_away(some, more):
    both = some | more
    assert set(people_centred(some)[1]) <= set(people_centred(both)[1])
    assert groups(some) <= groups(both) and means(some) <= means(both)


@given(concepts)
def test_several_groups_are_one_sign(some):
    named = [sign for sign in people_centred(some)[1] if sign == "named user group"]
    assert len(named) == bool(groups(some))


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_the_large_languages_name_every_group_and_lever(language):
    assert {*GROUPS, *MEANS} <= load_lexicon(language).concepts
