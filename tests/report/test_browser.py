"""The page in a browser: nothing fetched, nothing wider than the screen, whole in print."""

from itertools import pairwise
from pathlib import Path

import pytest
from scenes import a_read_sample, files, findings, joins

from classifier.report import Sources, compute, write_report

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    everything = (*findings(), *a_read_sample())
    write_report(compute(everything, Sources(files=files(), joins=joins()), year=2023), folder, ["html"])
    return (folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=OPTIONS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def page(browser, address):
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    opened.seen = []
    opened.on("request", lambda request: opened.seen.append(request.url))
    opened.on("console", lambda message: opened.seen.append(message.text))
    opened.goto(address)
    return opened


def width(page):
    return page.evaluate("document.documentElement.scrollWidth")


def test_nothing_is_fetched_and_nothing_complains(page, address):
    assert page.seen == [address]


@pytest.mark.parametrize("screen", [1200, 768, 390, 320])
def test_the_page_is_never_wider_than_the_screen(page, screen):
    page.set_viewport_size({"width": screen, "height": 800})
    assert width(page) <= screen


def test_charts_keep_their_size_on_a_phone_and_scroll(page):
    page.set_viewport_size({"width": 390, "height": 800})
    chart = page.locator(".chart").first
    inner, outer = (chart.evaluate(f"one => one.{name}") for name in ("scrollWidth", "clientWidth"))
    assert inner > 1.5 * outer


def test_what_scrolls_can_be_reached_with_the_keyboard(page):
    regions = page.locator(".scroll")
    assert regions.count() > 0
    assert all(regions.nth(at).get_attribute("tabindex") == "0" for at in range(regions.count()))


def test_long_tables_fold_away_and_open(page):
    page.set_viewport_size({"width": 1200, "height": 900})
    folded = page.locator("#annex details").first
    assert not folded.locator("table").is_visible()
    folded.locator("summary").click()
    assert folded.locator("table").is_visible()


def test_contents_lead_to_chapters(page):
    for link in page.locator("nav a").all():
        assert page.locator(link.get_attribute("href")).count() == 1


def test_headings_follow_each_other_without_a_gap(page):
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => +one.tagName[1])")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_in_print_every_table_is_open_and_a_page_wide(browser, address, tmp_path):
    import pypdfium2

    paper = browser.new_page()
    paper.goto(address)
    paper.pdf(path=tmp_path / "print.pdf", format="A4", print_background=True)
    with pypdfium2.PdfDocument(tmp_path / "print.pdf") as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Every justice commitment" in text and "t23-5" in text
