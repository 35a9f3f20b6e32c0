from factories import TELMARA, make_finding, make_plan
from scenes import row

from classifier.irm import Join, join, join_findings, with_ogp
from classifier.plans import Member

LONG = "the ministry will publish every payment above one thousand crowns within five days of paying it"


def ours(title, number="", text="", member=TELMARA):
    return make_finding(plan=make_plan(member=member), title=title, number=number, text=text)


def test_findings_join_rows_and_say_how():
    one = ours("Open the courts", "4")
    made = join_findings([one], {"a.csv": [row(title="Open the courts", number="4", year=2023)]})
    assert made.rows[one.commitment.id].ogp_id == "TX0001"
    assert (made.pairs[0].theirs, made.pairs[0].method) == ("TX0001", "number and title")


def test_the_first_file_with_a_row_wins():
    one = ours("Open the courts")
    files = {
        name: [row(code, title="Open the courts", year=2023)]
        for name, code in (("a", "TX0001"), ("b", "TX0009"))
    }
    assert join_findings([one], files).rows[one.commitment.id].ogp_id == "TX0001"


def test_no_row_and_no_member_are_told_apart():
    here, far = ours("Clean rivers"), ours("Clean rivers", member=Member("ZZ", "Zedland"))
    made = join_findings([here, far], {"a": [row(title="Open the courts", year=2023)]})
    assert (made.alone, made.absent) == ((here.commitment.id,), (far.commitment.id,))


def test_a_joined_commitment_bears_ogps_id():
    one = ours("Open the courts")
    made = join_findings([one], {"a": [row(title="Open the courts", year=2023)]})
    assert [f.commitment.ogp_id for f in with_ogp([one], made)] == ["TX0001"]


def test_a_member_of_unknown_region_takes_ogps_own():
    one = ours("Open the courts", member=Member("QQ", "Quilla"))
    made = join_findings(
        [one], {"a": [row(member="Quilla", title="Open the courts", year=2023, region="Americas")]}
    )
    assert [f.plan.member.region for f in with_ogp([one], made)] == ["Americas"]


def pair(a, b):
    found, _ = join(a, b)
    return {(one.ours, one.theirs, one.method) for one in found}


def item(key, title, text="", number=""):
    return Join(key, "Telmara", title, text, number, "1")


def test_a_text_that_stands_within_another_joins_retold_titles():
    mine = item(
        "a", "Follow the money", f"Budgets are hard to read. Therefore {LONG}. It will also train clerks."
    )
    assert pair([mine], [item("1", "3.1) Payments online", LONG), item("2", "3.2) Parks", "x")]) == {
        ("a", "1", "text")
    }


def test_short_texts_within_others_prove_nothing():
    assert (
        pair([item("a", "Follow the money", "Open data. Training.")], [item("1", "Parks", "Open data.")])
        == set()
    )


def test_texts_tell_two_of_one_title_apart():
    rows = [item("1", "Open budget", "in the regions " * 9), item("2", "Open budget", LONG)]
    assert pair([item("a", "Open budget", LONG)], rows) == {("a", "2", "title")}


NAMES = ("courts", "rivers", "budgets", "schools", "roads", "parks")


def numbered(prefix, names):
    return [item(f"{prefix}{n}", f"Open the {name}", number=str(n)) for n, name in enumerate(names, 1)]


def test_a_number_alone_joins_where_all_others_agree():
    mine = [*numbered("a", NAMES), item("a7", "of the torn page", number="7")]
    theirs = [*numbered("b", NAMES), item("b7", "Protect witnesses", number="7")]
    assert ("a7", "b7", "number") in pair(mine, theirs)


def test_a_number_alone_proves_nothing_where_others_differ():
    mine = [*numbered("a", NAMES), item("a7", "of the torn page", number="7")]
    theirs = [*numbered("b", NAMES[::-1]), item("b7", "Protect witnesses", number="7")]
    assert "a7" not in {ours for ours, *_ in pair(mine, theirs)}
