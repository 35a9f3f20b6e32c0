"""A bundle as it lies on the disk: what is written, what is refused, and what people are told."""

import hashlib
import io
import json
import pickle
import zipfile

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression

from classifier.errors import ModelError, UntrustedModel
from classifier.predict import bundle
from classifier.predict.heads import Heads
from classifier.taxonomy import JusticeCategory

POINTS = np.array([[0.0, 1.0], [1.0, 0.0], [0.2, 0.9], [0.8, 0.3]])
TRUTH = np.array([1, 0, 1, 0])


def made_heads():
    """Three heads over two columns, small enough to be fitted anew for each test."""
    lines = {c.value: LogisticRegression(C=1 + k).fit(POINTS, TRUTH) for k, c in enumerate(JusticeCategory)}
    calibrators = {name: LogisticRegression().fit(POINTS[:, :1], TRUTH) for name in lines}
    trees = {name: ExtraTreesClassifier(3, random_state=0).fit(POINTS, TRUTH) for name in lines}
    return Heads({}, lines, calibrators, trees)


@pytest.fixture
def folder(tmp_path):
    bundle.save(tmp_path / "tiny", made_heads(), {"bands": {}})
    return tmp_path / "tiny"


def change_card(folder, **more):
    card = bundle.read_card(folder) | more
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")


def test_what_was_saved_is_what_is_loaded(folder):
    heads, card = bundle.load(folder)
    matrix = csr_matrix(POINTS)
    assert (heads.scores(matrix) == made_heads().scores(matrix)).all()
    assert card["id"] == "tiny"


def test_the_card_vouches_for_the_file_beside_it(folder):
    card = bundle.read_card(folder)
    assert len(card["sha256"]) == 64
    assert set(card["versions"]) == set(bundle.LIBRARIES)
    assert {"rules", "en", "es", "fr", "pt"} <= set(card["concepts_sha256"])


def test_what_the_trainer_says_stands_in_the_card(tmp_path):
    card = bundle.save(tmp_path / "m", made_heads(), {"languages_covered": ["en"]})
    assert bundle.read_card(tmp_path / "m") == card
    assert card["languages_covered"] == ["en"]


def test_the_same_model_is_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        bundle.save(tmp_path / name, made_heads(), {})
    one, two = ((tmp_path / name / "model.skops").read_bytes() for name in ("one", "two"))
    assert one == two


def test_another_model_is_another_hash(tmp_path, folder):
    other = made_heads()
    other.lines[JusticeCategory.ACCESS_TO_JUSTICE.value].coef_[0, 0] += 1e-9
    card = bundle.save(tmp_path / "other", other, {})
    assert card["sha256"] != bundle.read_card(folder)["sha256"]


def test_the_file_holds_no_memory_address_and_no_time(folder):
    with zipfile.ZipFile(folder / "model.skops") as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in packed.namelist() if name.split(".")[0].isdigit() and len(name) > 12]


@pytest.mark.parametrize("byte", [0, 100, -1])
def test_one_changed_byte_is_enough_to_refuse(folder, byte):
    data = bytearray((folder / "model.skops").read_bytes())
    data[byte] ^= 1
    (folder / "model.skops").write_bytes(data)
    with pytest.raises(UntrustedModel, match="it was not opened"):
        bundle.load(folder)


class Trap:
    """Runs when it is unpickled, which must never happen."""

    def __reduce__(self):
        return (pytest.fail, ("a pickle was opened",))


def vouched_for(folder, data):
    """A file of anything, with a card that bears its hash."""
    (folder / "model.skops").write_bytes(data)
    change_card(folder, sha256=hashlib.sha256(data).hexdigest())
    return folder


def an_archive():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("notes.txt", "no model")
    return target.getvalue()


@pytest.mark.parametrize("data", [pickle.dumps(Trap()), b"", b"text", an_archive()])
def test_a_card_that_praises_it_makes_no_file_a_model(folder, data):
    with pytest.raises(UntrustedModel, match="is no skops file; it was not opened"):
        bundle.load(vouched_for(folder, data))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"sha256": None}, "not the file its card describes"),
        ({"sha256": "0" * 64}, "Restore it from where it came"),
        ({"format": None}, "format None"),
        ({"format": bundle.FORMAT + 1}, "Train again"),
        ({"versions": {}}, "scikit-learn unknown"),
        ({"versions": {"scikit-learn": "0.24.2"}}, "Install the locked versions"),
    ],
)
def test_a_card_that_does_not_fit_says_what_to_do(folder, more, words):
    change_card(folder, **more)
    with pytest.raises(ModelError, match=words):
        bundle.load(folder)


def test_a_patch_release_of_the_library_is_no_other_model(folder):
    from importlib.metadata import version

    major, minor, *_ = version("scikit-learn").split(".")
    change_card(folder, versions={"scikit-learn": f"{major}.{minor}.99"})
    assert bundle.load(folder)[1]["id"] == "tiny"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"no card"])
def test_a_spoilt_card_is_named(folder, content):
    (folder / "card.json").write_bytes(content)
    with pytest.raises(UntrustedModel, match=r"card\.json is no model card"):
        bundle.load(folder)


def test_a_missing_model_is_told_with_those_there_are(folder):
    with pytest.raises(ModelError, match=r"No model at .*gone\. Models there: tiny\."):
        bundle.load(folder.parent / "gone")


def test_where_there_is_no_model_at_all_that_is_said(tmp_path):
    with pytest.raises(ModelError, match="Models there: none"):
        bundle.read_card(tmp_path / "gone")


def test_the_model_in_use_is_named_by_one_line(tmp_path):
    (tmp_path / "current").write_text("  some-model \n")
    assert bundle.current(tmp_path) == "some-model"


@pytest.mark.parametrize("name", ["rules", "en", "fr"])
def test_what_changed_since_training_is_named(name):
    known = bundle.concept_hashes()
    assert bundle.outdated({"concepts_sha256": known}) == ()
    assert bundle.outdated({"concepts_sha256": known | {name: "other"}}) == (name,)


def test_a_language_taken_away_since_training_is_named():
    assert bundle.outdated({"concepts_sha256": {"xx": "0"}}) == ("xx",)
