from dataclasses import replace

from factories import A2J, JOG, PORT_SELM, TELMARA, make_finding, make_plan
from scenes import SOLARA

from classifier.report import similar
from classifier.report.similar import cosine, jaccard

HERE, THERE, FAR = (make_plan(id=m.code, member=m) for m in (TELMARA, SOLARA, PORT_SELM))


def about(categories, plan, text, *, subthemes=(), language="en"):
    made = make_finding(categories, plan=plan, text=text, title="Title", language=language)
    return replace(made, prediction=replace(made.prediction, subthemes=subthemes, evidence=()))


AID = about([A2J], HERE, "Free legal aid offices in every district", subthemes=("legal_help",))
AYUDA = about([A2J], THERE, "Oficinas de asistencia jurídica", subthemes=("legal_help",), language="es")
LAWYERS = about([A2J], FAR, "Legal aid offices open in every district", subthemes=("legal_help",))
SANCTIONS = about(
    [JOG], THERE, "Sanctions for late asset declarations", subthemes=("anti_corruption_enforcement",)
)
OWN = about([A2J], HERE, "Free legal aid offices in every district", subthemes=("legal_help",))
CONCEPTS = {
    AID.commitment.id: frozenset({"legal_aid", "office"}),
    AYUDA.commitment.id: frozenset({"legal_aid"}),
}


def ids(found):
    return [one.finding.commitment.id for one in found]


def test_the_most_alike_come_first_and_the_members_own_never():
    found = similar(AID, [AID, OWN, SANCTIONS, LAWYERS, AYUDA], {})
    assert ids(found)[-1] == SANCTIONS.commitment.id
    assert not {AID.commitment.id, OWN.commitment.id} & set(ids(found))


def test_concepts_join_languages_that_share_no_word():
    with_concepts, without = (similar(AID, [AYUDA], concepts)[0] for concepts in (CONCEPTS, {}))
    assert with_concepts.parts["concepts"] > 0 == without.parts["concepts"]
    assert "words" not in with_concepts.parts


def test_words_count_within_one_language():
    found = similar(AID, [LAWYERS, SANCTIONS], {})
    assert found[0].parts["words"] > found[1].parts["words"]


def test_no_more_than_asked_for():
    assert len(similar(AID, [LAWYERS, SANCTIONS, AYUDA], {}, limit=2)) == 2


def test_likeness_lies_between_nothing_and_all():
    for one in similar(AID, [LAWYERS, SANCTIONS, AYUDA], CONCEPTS):
        assert 0 <= one.score <= 1


def test_what_is_alike_in_everything_is_one():
    twin = about([A2J], FAR, AID.commitment.text, subthemes=("legal_help",))
    twin_concepts = CONCEPTS | {twin.commitment.id: CONCEPTS[AID.commitment.id]}
    assert similar(AID, [twin], twin_concepts)[0].score == 1


def test_empty_sets_have_nothing_in_common():
    assert jaccard((), ()) == 0 == cosine((), {"a"}, {})


def test_a_text_without_words_is_compared_by_the_rest():
    blank = about([A2J], FAR, "…", subthemes=("legal_help",))
    assert similar(blank, [AYUDA], {})[0].parts["subthemes"] == 1
