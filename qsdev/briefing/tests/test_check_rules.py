"""All rules together: none finds anything in a sound paper, and each finding can be followed."""

import pytest

from qsdev.briefing.checks import RULES, Finding, Level, Mend, check_material
from qsdev.briefing.checks.rules import GROUPS, Rule, rule
from qsdev.briefing.tests.sound_material import ASKING, SOUND, found, with_part


@pytest.mark.parametrize("code", list(RULES))
def test_rule_finds_nothing_in_a_sound_paper(code):
    assert found(code) == []


def test_every_rule_says_what_it_asks_and_belongs_to_a_group():
    assert all(one.title and one.find.__doc__ for one in RULES.values())
    assert {one.group for one in RULES.values()} == set(GROUPS)


def test_two_rules_of_one_name_are_refused():
    with pytest.raises(ValueError, match="heading_empty"):
        rule("heading_empty", "error", "Again")(lambda paper: ())


def test_finding_says_how_grave_where_and_on_which_page():
    material = with_part(ASKING, 1, summary="Nobody is cited.")
    (finding,) = found("paragraph_without_citation", material)
    assert (finding.level, finding.place) == (Level.ERROR, "Asking children")
    assert (finding.subject_kind, finding.subject) == ("sub_area", 102)
    assert finding.mend == Mend(
        "stakeholders:summary_edit", {"slug": "walking", "pk": 1}, {"sub_area": 102}
    )


def test_finding_about_a_suggestion_names_its_row():
    material = with_part(ASKING, 1, summary="A person spoke [S3]. [S99]")
    (finding,) = found("suggestion_unknown", material)
    assert finding.message.startswith("[S99] is cited in the summary of “Asking children”")
    (unused,) = found("suggestion_not_used", with_part(ASKING, 1, summary=""))
    assert (unused.place, unused.subject) == ("Appendix 4, row 3", 3)


def test_finding_comes_back_from_json_as_it_was():
    (finding,) = found("paragraph_without_citation", with_part(ASKING, 0, summary="None."))
    assert Finding.from_json(finding.as_json()) == finding


def test_address_of_a_page_that_is_missing_is_empty():
    assert Mend("nowhere:nothing").address == ""


def test_address_carries_the_query():
    mend = Mend("topics:overview_edit", {"slug": "walking", "kind": "focus"}, {"sub_area": 3})
    assert mend.address.endswith("/topics/walking/overview/focus/?sub_area=3")


def test_gravest_findings_come_first():
    material = with_part(ASKING, 0, summary="Boots are cited.", none_found=True)
    levels = [finding.level for finding in check_material(material)]
    assert levels == sorted(levels, key=list(Level).index)
    assert set(levels) >= {Level.ERROR, Level.NOTE}


def test_rules_are_listed_with_their_level():
    assert isinstance(RULES["rows_left_out"], Rule)
    assert RULES["rows_left_out"].level == Level.ERROR


def test_sound_paper_has_no_finding():
    assert check_material(SOUND) == []
