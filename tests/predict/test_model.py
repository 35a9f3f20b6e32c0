import json
import shutil

import numpy as np
import pytest

from classifier.errors import ModelError, UntrustedModel
from classifier.plans import Commitment
from classifier.predict import bundle, load_model
from classifier.taxonomy import JusticeCategory, PeopleCentred

A2J, OJI, JOG = JusticeCategory


@pytest.fixture(scope="module")
def model():
    return load_model()


@pytest.fixture
def copy(tmp_path):
    name = bundle.current()
    shutil.copytree(bundle.MODELS / name, tmp_path / name)
    (tmp_path / "current").write_text(name)
    return tmp_path / name


def predict(model, title, text=""):
    return model.predict([Commitment.from_text(title=title, text=text)])[0]


@pytest.mark.parametrize(
    ("title", "text", "categories"),
    [
        ("Citizens' budget", "The ministry will publish a short version of the budget.", set()),
        ("Whistleblower law", "A law will protect persons who report corruption from reprisals.", {JOG}),
        ("Legal aid", "Free legal aid offices will advise poor people in villages.", {A2J}),
        ("Open courts", "All court decisions will be published in a free database.", {OJI}),
        ("Presupuesto ciudadano", "Se publicará una versión sencilla del presupuesto.", set()),
        ("Protección de denunciantes", "Una ley protegerá a quienes denuncien corrupción.", {JOG}),
    ],
)
def test_plain_cases_are_clear(model, title, text, categories):
    assert predict(model, title, text).categories == categories


def test_scores_are_probabilities(model):
    scores = predict(model, "Open courts", "Court decisions online.").scores
    assert set(scores) == set(JusticeCategory)
    assert all(0 <= score <= 1 for score in scores.values())


def test_a_prediction_shows_its_evidence(model):
    prediction = predict(model, "Legal aid", "Free legal aid for detainees in every prison.")
    assert any(item.category is A2J and "legal aid" in item.text.lower() for item in prediction.evidence)
    assert prediction.subthemes
    assert prediction.people_centred in PeopleCentred


def test_what_carries_no_label_has_no_means(model):
    assert predict(model, "Bus data", "Open data on buses.").means == frozenset()


def test_auto_acceptance_wants_the_rules_to_agree(model):
    prediction = predict(model, "Whistleblower law", "A law will protect whistleblowers from reprisals.")
    assert not (prediction.auto_accepted and prediction.doubtful)


def test_a_language_the_model_does_not_know_is_named(model):
    commitment = Commitment.from_text(title="საჯარო", text="ბიუჯეტი", language="ka")
    prediction = model.predict([commitment])[0]
    assert "ka" in prediction.warnings[0]
    assert not prediction.auto_accepted


def test_predictions_keep_the_order_over_many_batches(model):
    many = [Commitment.from_text(title=f"Publish list {n}", text="Online.", id=f"c{n}") for n in range(600)]
    assert [p.commitment_id for p in model.predict(many)] == [c.id for c in many]


def test_no_label_without_words_to_show(model, monkeypatch):
    """A score above every threshold, and no rule that fired: a person should look."""
    monkeypatch.setattr(model._heads.__class__, "scores", lambda *_: np.full((1, 3), 0.999))
    prediction = predict(model, "Bus timetables", "We will publish timetables.")
    assert prediction.categories == frozenset()
    assert prediction.doubtful == frozenset(JusticeCategory)
    assert not prediction.auto_accepted


def test_every_label_has_its_evidence(model):
    prediction = predict(model, "Open courts", "Court decisions online and free legal aid in villages.")
    assert {item.category for item in prediction.evidence} >= prediction.categories


def test_words_the_model_never_learned_are_counted(model):
    plain = predict(model, "Open data", "The government will publish open data.")
    odd = predict(model, "Qwx vbnk", "Zrtl plomf gnarv.")
    assert plain.unknown_words < 0.2 and odd.unknown_words == 1.0


def test_nothing_to_predict_is_no_error(model):
    assert model.predict([]) == []


def test_a_changed_file_is_never_opened(copy):
    (copy / "model.skops").write_bytes((copy / "model.skops").read_bytes() + b"x")
    with pytest.raises(UntrustedModel, match="not opened"):
        load_model(copy)


def test_a_pickle_is_refused_by_its_types(copy):
    import hashlib

    import skops.io

    data = skops.io.dumps({"vectorizers": {}, "heads": print, "calibrators": {}})
    (copy / "model.skops").write_bytes(data)
    card = bundle.read_card(copy) | {"sha256": hashlib.sha256(data).hexdigest()}
    (copy / "card.json").write_text(json.dumps(card))
    with pytest.raises(UntrustedModel, match="types that are not ours"):
        load_model(copy)


@pytest.mark.parametrize(
    ("change", "message"),
    [({"format": 99}, "format 99"), ({"versions": {"scikit-learn": "0.1"}}, "trained with scikit-learn 0.1")],
)
def test_a_model_of_another_version_is_refused(copy, change, message):
    (copy / "card.json").write_text(json.dumps(bundle.read_card(copy) | change))
    with pytest.raises(ModelError, match=message):
        load_model(copy)


def test_a_card_without_a_model_is_named(copy):
    (copy / "model.skops").unlink()
    with pytest.raises(ModelError, match="no model"):
        load_model(copy)


def test_a_broken_card_is_refused(copy):
    (copy / "card.json").write_text("{")
    with pytest.raises(UntrustedModel, match="no model card"):
        load_model(copy)


def test_an_unknown_model_is_named_with_those_there_are(copy):
    with pytest.raises(ModelError, match=copy.name):
        load_model("gone", models=copy.parent)


def test_no_model_in_use_says_what_to_do(tmp_path):
    with pytest.raises(ModelError, match="ogp-justice train"):
        load_model(models=tmp_path)


@pytest.mark.parametrize("path", sorted(bundle.MODELS.glob("*/card.json")), ids=lambda path: path.parent.name)
def test_shipped_models_know_todays_rules_and_stay_small(path):
    card = bundle.read_card(path.parent)
    assert not bundle.outdated(card), f"Changed since {card['id']} was trained: train it again (make model)."
    assert (path.parent / "model.skops").stat().st_size < 10 * 2**20


def test_a_language_the_model_never_knew_is_not_outdated(copy):
    card = bundle.read_card(copy)
    known = {name: value for name, value in card["concepts_sha256"].items() if name != "pt"}
    assert bundle.outdated({"concepts_sha256": known}) == ()


def test_a_changed_lexicon_is_named(copy):
    card = bundle.read_card(copy)
    changed = card["concepts_sha256"] | {"es": "0" * 64}
    assert bundle.outdated({"concepts_sha256": changed}) == ("es",)
