"""The page on which a person judges a split."""

import re
from dataclasses import replace

import pytest
from factories import SAMPLES

from classifier.extract import extract_document
from classifier.find import find_plan, render_html


@pytest.fixture(scope="module")
def document():
    return extract_document(SAMPLES / "valdore_2018-2020_fr.pdf")


@pytest.fixture(scope="module")
def plan(document):
    return find_plan(document)


@pytest.fixture(scope="module")
def html(plan, document):
    return render_html(plan, document)


def test_every_page_is_shown_once(html, document):
    assert re.findall(r'<section id="page-(\d+)"', html) == [str(page.number) for page in document.pages]


def test_every_commitment_leads_to_its_first_page(html, plan):
    assert re.findall(r'href="#page-(\d+)"', html) == [str(c.pages[0]) for c in plan.commitments]


def test_every_page_of_a_commitment_has_its_outline(html, plan):
    assert html.count("<div class=") == sum(len(c.pages) for c in plan.commitments)


def test_neighbours_are_outlined_in_two_colours(html):
    assert re.findall(r'<li class="(\w+)"', html)[:3] == ["odd", "even", "odd"]


def test_outlines_stay_on_the_page(html):
    shares = re.findall(r"left:([\d.]+)%;top:([\d.]+)%;width:([\d.]+)%;height:([\d.]+)%", html)
    assert shares and all(float(x) + float(w) <= 101 and float(y) + float(h) <= 101 for x, y, w, h in shares)


def test_an_outline_on_a_later_page_says_it_goes_on(html, plan):
    going_on = sum(len(c.pages) - 1 for c in plan.commitments)
    assert html.count(" …</span>") == going_on > 0


def test_an_unsure_commitment_is_marked(plan, document, html):
    unsure = (replace(plan.commitments[0], confidence=0.4), *plan.commitments[1:])
    assert render_html(replace(plan, commitments=unsure), document).count("<em>check</em>") == 1
    assert "<em>check</em>" not in html


def test_warnings_and_themes_are_shown(plan, document):
    themed = tuple(replace(c, theme="Open rivers") for c in plan.commitments)
    html = render_html(replace(plan, commitments=themed, warnings=("12 were promised",)), document)
    assert html.count('class="theme">Open rivers') == 1
    assert '<p class="warning">12 were promised</p>' in html


def test_a_title_cannot_write_html(plan, document):
    named = (replace(plan.commitments[0], title="<script>x</script>"), *plan.commitments[1:])
    assert "<script>" not in render_html(replace(plan, commitments=named), document)


def test_nothing_is_fetched_from_elsewhere(html):
    assert not re.search(r"(?:src|href)=\"(?!#|data:)", html)
