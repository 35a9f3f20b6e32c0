import pytest

from classifier.documents import Box, Line
from classifier.extract.furniture import find_furniture, printed_number


def line(text, page, top=20.0):
    return Line(text=text, page=page, box=Box(50, top, 300, top + 12), size=10)


def furniture(make, pages=5):
    """The texts dropped from each page that `make` fills."""
    lines = {number: make(number) for number in range(1, pages + 1)}
    found = find_furniture(lines, dict.fromkeys(lines, 800.0))
    return {number: [lines[number][i].text for i in sorted(found[number])] for number in lines}


def test_running_heads_are_dropped():
    found = furniture(lambda page: [line("Open Plan 2020", page), line("Text.", page, 400)])
    assert found[3] == ["Open Plan 2020"]


def test_heads_on_odd_pages_only_are_dropped():
    found = furniture(
        lambda page: [line("Open Plan 2020", page)] if page % 2 else [line("Text.", page, 400)], 7
    )
    assert [number for number, texts in found.items() if texts] == [1, 3, 5, 7]


def test_odd_and_even_heads_with_numbers_on_either_side_are_dropped():
    found = furniture(
        lambda page: [line(f"{page + 4} Ardmoor" if page % 2 else f"Wells {page + 4}", page)], 8
    )
    assert all(found.values())


def test_what_stands_on_two_pages_alone_stays():
    assert not any(furniture(lambda page: [line("Open Plan 2020", page)], 2).values())


def test_numbers_that_run_with_the_pages_are_dropped():
    found = furniture(lambda page: [line(f"Plan | {page + 2}", page, 780)])
    assert found[4] == ["Plan | 6"]


def test_a_heading_with_its_own_number_stays():
    """One commitment a page: the numbers do not run with the pages."""
    numbers = {1: 1, 2: 2, 3: 3, 5: 4, 8: 5}
    found = furniture(
        lambda page: [line(f"Commitment {numbers[page]}", page)] if page in numbers else [], pages=8
    )
    assert not any(found[page] for page in (5, 8))


def test_text_in_the_middle_of_the_page_stays():
    assert not any(furniture(lambda page: [line("Again and again", page, 400)]).values())


def test_a_page_number_alone_is_dropped_even_in_a_short_file():
    found = furniture(lambda page: [line(str(page), page, 780)], pages=2)
    assert found == {1: ["1"], 2: ["2"]}


def test_roman_page_numbers_are_dropped():
    assert furniture(lambda page: [line("iv", page, 780)], pages=1) == {1: ["iv"]}


@pytest.mark.parametrize(
    "text",
    [
        "Page 3",
        "3 of 40",
        "Página 3 de 40",
        "стр. 3",
        "Сторінка 3 із 40",
        "გვ. 3",
        "էջ 3",
        "3쪽",
        "صفحة 3",
        "Seite 3",
    ],
)
def test_a_page_number_is_known_in_many_languages(text):
    assert printed_number([line(text, 3)]) == "3"
    assert furniture(lambda page: [line(text, page, 780)] if page == 3 else [], pages=3)[3] == [text]


def test_a_number_that_is_not_the_pages_stays():
    assert furniture(lambda page: [line("7", page, 780)], pages=2) == {1: [], 2: []}


def test_the_printed_number_is_kept():
    assert printed_number([line("Plan", 7), line("Page 5 of 40", 7, 780)]) == "5"
    assert printed_number([line("Open Plan 12", 14)]) == "12"
    assert printed_number([line("Open Plan", 14)]) == ""
