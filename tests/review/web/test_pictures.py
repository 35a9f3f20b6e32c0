import hashlib
import os
import signal

import pytest
from PIL import Image

from classifier.review.web import pictures as module
from classifier.review.web.pictures import SCALES, NoPicture


def sha(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_page_is_drawn_with_its_size(pictures, pdf):
    drawn = pictures.page(pdf, sha(pdf), 2)
    assert drawn.data[:2] == b"\xff\xd8" and drawn.pages == 10
    assert (round(drawn.width), round(drawn.height)) == (595, 842)


def test_a_closer_look_has_more_points(pictures, pdf, tmp_path):
    sizes = []
    for zoom in range(len(SCALES)):
        (tmp_path / "page.jpg").write_bytes(pictures.page(pdf, sha(pdf), 1, zoom).data)
        with Image.open(tmp_path / "page.jpg") as picture:
            sizes.append(picture.width)
    assert sizes == [round(595.28 * scale + 0.5) for scale in SCALES]


def test_a_page_drawn_once_is_kept(pictures, pdf):
    assert pictures.page(pdf, sha(pdf), 3) is pictures.page(pdf, sha(pdf), 3)


@pytest.mark.parametrize("number", [0, 11, 10_000])
def test_a_page_that_is_not_there_is_said(pictures, pdf, number):
    with pytest.raises(NoPicture, match=f"no page {number}"):
        pictures.page(pdf, sha(pdf), number)


def test_a_file_that_is_gone_is_said(pictures, tmp_path):
    with pytest.raises(NoPicture, match="no longer at"):
        pictures.page(tmp_path / "gone.pdf", "0" * 64, 1)


def test_another_file_under_the_same_name_is_not_shown(pictures, pdf):
    with pytest.raises(NoPicture, match="has changed since it was read"):
        pictures.page(pdf, "0" * 64, 8)


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n1 0 obj\n<<"])
def test_a_broken_file_is_said_and_the_next_is_drawn(pictures, pdf, tmp_path, content):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(content)
    with pytest.raises(NoPicture, match="no page 1"):
        pictures.page(broken, sha(broken), 1)
    assert pictures.page(pdf, sha(pdf), 1).data


def test_a_worker_that_falls_is_replaced(pictures, pdf):
    pictures.page(pdf, sha(pdf), 1)
    for pid in list(pictures._worker._processes):
        os.kill(pid, signal.SIGKILL)
    with pytest.raises(NoPicture, match="cannot be drawn"):
        pictures.page(pdf, sha(pdf), 9)
    assert pictures.page(pdf, sha(pdf), 9).data


def test_a_page_that_takes_too_long_is_given_up(pictures, pdf, monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 0.0)
    with pytest.raises(NoPicture, match="cannot be drawn in 0 seconds"):
        pictures.page(pdf, sha(pdf), 2, 1)


def test_a_poster_is_drawn_smaller(tmp_path, pictures):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "poster.pdf"), pagesize=(14_000, 9_000))
    canvas.drawString(72, 72, "wide")
    canvas.save()
    drawn = pictures.page(tmp_path / "poster.pdf", sha(tmp_path / "poster.pdf"), 1)
    assert drawn.width == 14_000 and len(drawn.data) < 2_000_000
