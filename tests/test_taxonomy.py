from classifier.taxonomy import RULES, SDG16_TARGETS, SUBTHEMES, JusticeCategory


def test_every_category_has_both_names():
    for category in JusticeCategory:
        assert category.full_name[0].isupper()
        assert len(category.short) == 3


def test_every_category_has_subthemes_and_targets():
    assert set(SUBTHEMES.values()) == set(JusticeCategory)
    assert frozenset().union(*SDG16_TARGETS.values()) == set(JusticeCategory)


def test_rules_run_from_b1_to_b28():
    assert RULES[0] == "B1" and RULES[-1] == "B28" and len(RULES) == 28
