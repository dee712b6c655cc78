"""Rules about who suggested what: each is broken once."""

from dataclasses import replace

import pytest

from qsdev.briefing.tests.sound_material import (
    ASKING,
    BOOTS,
    RIVERS,
    SCM1,
    SOUND,
    SUGGESTIONS,
    WOODS,
    found,
    with_blocks,
    with_part,
    with_section,
    with_suggestion,
)
from qsdev.documents.blocks import DefinitionList, Table
from qsdev.documents.shorthand import definitions


def responses(change, kind):
    """The sound paper with its summary table, or its legend, put through `change`."""
    return with_blocks(
        "responses",
        lambda blocks: tuple(change(one) if isinstance(one, kind) else one for one in blocks),
    )


def test_abbreviation_without_an_entry_in_the_legend_is_found():
    document = responses(lambda legend: definitions(("HW", "Hill Walkers")), DefinitionList)
    subjects = [one.subject for one in found("abbreviation_not_in_legend", SOUND, document)]
    assert subjects == ["TRT", "WW", "SCM"]


def test_abbreviation_in_prose_of_a_body_that_suggested_nothing_is_found():
    material = replace(SOUND, register=(*SOUND.register, replace(WOODS, abbreviation="ZZZ")))
    silent = replace(material, areas=with_part(ASKING, summary="ZZZ and WW asked [S1, S2].").areas)
    (finding,) = found("abbreviation_not_in_legend", silent)
    assert finding.message.startswith("“ZZZ” is used in the summary of “Asking adults”")


def test_entry_of_the_legend_that_nothing_uses_is_found():
    document = responses(
        lambda legend: definitions(("HW", "Hill Walkers"), ("RCPCH", "A college")), DefinitionList
    )
    (finding,) = found("legend_entry_unused", SOUND, document)
    assert finding.subject == "RCPCH"


def test_stakeholders_that_are_not_those_cited_are_found():
    def without_last_row(table):
        (group,) = table.groups
        first, second, *rest = group.rows
        swapped = replace(first, cells=(first.cells[0], second.cells[1]))
        return replace(table, groups=(replace(group, rows=(swapped, second, *rest)),))

    (finding,) = found("stakeholders_not_those_cited", SOUND, responses(without_last_row, Table))
    assert "names HW for “Asking about walking”" in finding.message
    assert "cites TRT, WW and SCM" in finding.message


def test_contributor_who_is_filed_but_not_cited_is_listed():
    (finding,) = found("cited_differ_from_filed", with_suggestion(4, area="area-asking"))[:1]
    assert "filed there but not cited: Hill Walkers" in finding.message


def test_contributor_whose_suggestion_has_a_reason_need_not_be_cited():
    material = with_part(BOOTS, summary="Boots.")
    assert len(found("cited_differ_from_filed", material)) == 1
    rows = with_suggestion(4, reason_not_used="Passed on.").suggestions
    assert found("cited_differ_from_filed", replace(material, suggestions=rows)) == []


def test_stated_number_of_respondents_counts_members_apart():
    material = replace(SOUND, round=replace(SOUND.round, stated_respondents=5))
    (finding,) = found("respondents_differ", material)
    assert "three organisations and, counted apart, two specialist committee" in finding.message


def test_number_of_respondents_that_nobody_stated_is_no_finding():
    material = replace(SOUND, round=replace(SOUND.round, stated_respondents=None))
    assert found("respondents_differ", material) == []


@pytest.mark.parametrize("contributor", [None, replace(RIVERS, name=" ")])
def test_suggestion_without_stakeholder_is_found(contributor):
    material = with_suggestion(2, contributor=contributor)
    assert [one.subject for one in found("suggestion_without_stakeholder", material)] == [2]


def test_stakeholder_that_the_register_lacks_is_found():
    material = with_suggestion(2, contributor=replace(WOODS, name="Woods & Co"))
    assert [one.subject for one in found("stakeholder_not_registered", material)] == [2]


def test_alias_in_prose_is_found_and_the_name_is_not():
    material = with_part(ASKING, summary="Rivers Fellowship and The Rivers Trust asked [S1, S2].")
    (finding,) = found("stakeholder_not_registered", material)
    assert (
        "writes “Rivers Fellowship”, which the register has as “The Rivers Trust”"
        in finding.message
    )


@pytest.mark.parametrize(
    ("name", "count"),
    [("Rivers Fellowship", 0), ("the rivers trust", 0), ("", 0), ("Rivers", 1)],
)
def test_name_printed_in_a_table_is_known_to_the_register(name, count):
    assert (
        len(found("printed_name_not_registered", with_suggestion(1, name_in_table=name))) == count
    )


def test_contributor_with_more_key_areas_than_invited_is_found():
    more = tuple(replace(SUGGESTIONS[2], number=number) for number in range(10, 17))
    material = replace(SOUND, suggestions=SUGGESTIONS + more)
    (finding,) = found("too_many_key_areas", material)
    assert (finding.subject, finding.mend.arguments["number"]) == (SCM1.name, 3)
    assert finding.message.startswith("SCM1 has 8 key areas, where up to 5 were invited")


def test_evidence_sources_are_no_key_areas():
    row = replace(SUGGESTIONS[2], kind="evidence_source")
    more = tuple(replace(row, number=number) for number in range(10, 20))
    assert found("too_many_key_areas", replace(SOUND, suggestions=SUGGESTIONS + more)) == []


def test_title_of_the_appendix_that_leaves_members_out_is_found():
    document = with_section(
        "suggestions",
        lambda section: replace(section, heading="Suggestions – registered stakeholders"),
    )
    (finding,) = found("appendix_title_unfit", SOUND, document)
    assert "specialist committee members" in finding.message


def test_title_of_the_appendix_follows_the_contributors():
    organisations = tuple(one for one in SUGGESTIONS if not one.contributor.is_specialist_member)
    material = replace(SOUND, suggestions=organisations)
    assert found("appendix_title_unfit", material) == []
