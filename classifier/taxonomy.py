"""The codebook as data: categories, sub-themes, groups, means, SDG 16 targets.

The three categories follow OGP's Justice Policy Series; they are neither exclusive nor exhaustive.
"""

from enum import StrEnum


class JusticeCategory(StrEnum):
    """The three kinds of justice commitment."""

    ACCESS_TO_JUSTICE = "access_to_justice"
    OPEN_JUSTICE_INSTITUTIONS = "open_justice_institutions"
    JUSTICE_FOR_OPEN_GOVERNMENT = "justice_for_open_government"

    @property
    def full_name(self) -> str:
        """The name used in reports."""
        return TITLES[self]

    @property
    def short(self) -> str:
        """The abbreviation used in tables."""
        return SHORT[self]


# The names OGP's Justice Policy Series uses, as reports print them.
TITLES = {
    JusticeCategory.ACCESS_TO_JUSTICE: "Access to justice",
    JusticeCategory.OPEN_JUSTICE_INSTITUTIONS: "Open justice institutions",
    JusticeCategory.JUSTICE_FOR_OPEN_GOVERNMENT: "Justice for open government",
}
# Abbreviations for table heads; A2J is common in the field, the others are ours.
SHORT = {
    JusticeCategory.ACCESS_TO_JUSTICE: "A2J",
    JusticeCategory.OPEN_JUSTICE_INSTITUTIONS: "OJI",
    JusticeCategory.JUSTICE_FOR_OPEN_GOVERNMENT: "JOG",
}


class Group(StrEnum):
    """People a justice commitment is aimed at."""

    WOMEN = "women"
    GBV_SURVIVORS = "gbv_survivors"
    CHILDREN_AND_YOUTH = "children_and_youth"
    PERSONS_WITH_DISABILITIES = "persons_with_disabilities"
    INDIGENOUS_PEOPLES = "indigenous_peoples"
    ETHNIC_MINORITIES = "ethnic_minorities"
    LGBTQIA = "lgbtqia"
    MIGRANTS_AND_REFUGEES = "migrants_and_refugees"
    OLDER_PEOPLE = "older_people"
    POOR_OR_RURAL = "poor_or_rural"
    DETAINEES = "detainees"
    CONFLICT_VICTIMS = "conflict_victims"
    DEFENDERS_AND_JOURNALISTS = "defenders_and_journalists"


class Means(StrEnum):
    """The Coalition's levers for legal empowerment."""

    TECHNOLOGY = "technology"
    TRANSPARENCY = "transparency"
    PARTICIPATION = "participation"
    INFORMATION_AND_DATA = "information_and_data"


class PeopleCentred(StrEnum):
    """Whether a justice commitment starts from people's needs."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


A2J, OJI, JOG = JusticeCategory

# Sub-themes with the category each belongs to.
SUBTHEMES: dict[str, JusticeCategory] = {
    "legal_needs": A2J,
    "legal_capability": A2J,
    "legal_help": A2J,
    "justice_processes": A2J,
    "justice_outcomes": A2J,
    "legal_identity": A2J,
    "courts_and_judiciary": OJI,
    "judges_and_councils": OJI,
    "prosecution": OJI,
    "police": OJI,
    "corrections": OJI,
    "justice_ministry_and_services": OJI,
    "justice_system": OJI,
    "information_enforcement": JOG,
    "anti_corruption_enforcement": JOG,
    "ombuds_and_audit_redress": JOG,
    "procurement_and_fiscal": JOG,
    "environment_and_land": JOG,
    "elections_and_political_finance": JOG,
    "civic_space": JOG,
    "participation_and_regulation": JOG,
}

# SDG 16 targets with the categories that can serve each.
SDG16_TARGETS: dict[str, frozenset[JusticeCategory]] = {
    "16.1": frozenset({A2J, OJI}),
    "16.2": frozenset({A2J}),
    "16.3": frozenset({A2J, OJI}),
    "16.4": frozenset({JOG}),
    "16.5": frozenset({OJI, JOG}),
    "16.6": frozenset({A2J, OJI, JOG}),
    "16.7": frozenset({A2J, OJI, JOG}),
    "16.9": frozenset({A2J}),
    "16.10": frozenset({OJI, JOG}),
    "16.a": frozenset({A2J, OJI, JOG}),
    "16.b": frozenset({A2J, OJI, JOG}),
}

# The codebook's boundary rules.
RULES: tuple[str, ...] = tuple(f"B{number}" for number in range(1, 29))
