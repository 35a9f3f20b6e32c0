"""A page for people: the plan's pages with every commitment outlined."""

import base64
import io
from typing import Any

import pypdfium2 as pdfium
from jinja2 import Environment, PackageLoader, StrictUndefined

from classifier.documents import Document, Page
from classifier.plans import ActionPlan, Commitment

# Picture pixels for each point: sharp enough to read, small enough to keep.
PICTURE_SCALE = 1.1
# Confidences below this are marked "check".
UNSURE = 0.7


def render_html(plan: ActionPlan, document: Document) -> str:
    """HTML that stands alone: the list of commitments, then each page with their outlines."""
    environment = Environment(
        loader=PackageLoader("classifier.find"), autoescape=True, undefined=StrictUndefined
    )
    with pdfium.PdfDocument(document.path) as pdf:
        pages = [_page(pdf, page, plan) for page in document.pages]
    return environment.get_template("outlined.html.j2").render(plan=plan, pages=pages, unsure=UNSURE)


def _page(pdf: pdfium.PdfDocument, page: Page, plan: ActionPlan) -> dict[str, Any]:
    drawn = pdf[page.number - 1]
    try:
        picture = drawn.render(scale=PICTURE_SCALE).to_pil().convert("RGB")
    finally:
        drawn.close()
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=70)
    boxes = [_outline(c, page) for c in plan.commitments if page.number in c.pages]
    return {"number": page.number, "picture": base64.b64encode(target.getvalue()).decode(), "boxes": boxes}


def _outline(commitment: Commitment, page: Page) -> dict[str, Any]:
    """Shares of the page's width and height, in per cent."""
    box = commitment.boxes[commitment.pages.index(page.number)]
    return {
        "left": round(100 * box.x0 / page.width, 2),
        "top": round(100 * box.top / page.height, 2),
        "width": round(100 * (box.x1 - box.x0) / page.width, 2),
        "height": round(100 * (box.bottom - box.top) / page.height, 2),
        "name": commitment.number or str(commitment.order),
        "more": " …" if page.number > commitment.pages[0] else "",
        "title": commitment.title,
        "turn": "odd" if commitment.order % 2 else "even",
    }
