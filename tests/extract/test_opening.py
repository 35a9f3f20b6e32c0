import pytest
from pdfs import Pages

from classifier.errors import DamagedPdf, InputError, LimitExceeded, LockedPdf, NotAPdf
from classifier.extract import extract_document
from classifier.extract.limits import Limits


@pytest.fixture
def plan(tmp_path):
    return Pages().prose(50, 100).next().prose(50, 100).write(tmp_path / "plan.pdf")


def test_what_is_no_pdf_is_named_so(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_text("<html>not found</html>")
    with pytest.raises(NotAPdf, match="Save the plan as PDF"):
        extract_document(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"gone\.pdf"):
        extract_document(tmp_path / "gone.pdf")


def test_a_damaged_file_is_named(plan):
    plan.write_bytes(b"%PDF-1.4\n" + b"garbage" * 100)
    with pytest.raises(DamagedPdf):
        extract_document(plan)


def test_a_locked_file_asks_for_an_unlocked_copy(tmp_path):
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret"))
    canvas.drawString(50, 700, "closed")
    canvas.save()
    with pytest.raises(LockedPdf):
        extract_document(path)


@pytest.mark.parametrize("limits", [Limits(pages=1), Limits(file_bytes=100)])
def test_what_is_over_a_limit_is_refused_before_it_is_read(plan, limits):
    with pytest.raises(LimitExceeded, match="allowed"):
        extract_document(plan, limits=limits)


def test_no_limit_may_be_zero():
    with pytest.raises(ValueError, match="pages"):
        Limits(pages=0)
