"""Rules by which nothing is lost: each is broken once, and what only looks like it is let pass."""

from dataclasses import replace
from random import Random
from time import process_time

import pytest

from qsdev.briefing.builder.material import LeftOutRows, Suggestion, SuggestionPart
from qsdev.briefing.checks.likeness import likely_duplicates
from qsdev.briefing.tests.sound_material import (
    ASKING,
    BOOTS,
    RIVERS,
    SOUND,
    SUGGESTIONS,
    WOODS,
    found,
    with_area,
    with_blocks,
    with_part,
    with_suggestion,
)

LONG = "Walking groups need a leader who knows the hills and can read a map in any weather"


def subjects(findings):
    return [finding.subject for finding in findings]


def test_rows_left_out_of_an_import_are_found_with_their_places():
    rows = LeftOutRows(7, "table.xlsx", tuple(f"row {number}" for number in range(1, 8)))
    (finding,) = found("rows_left_out", replace(SOUND, left_out=(rows,)))
    assert "seven rows of table.xlsx left out and not settled: row 1" in finding.message
    assert "row 5 and 2 more" in finding.message
    assert finding.mend.arguments == {"slug": "walking", "pk": 7}


def test_suggestion_that_is_not_filed_is_found():
    assert subjects(found("suggestion_not_filed", with_suggestion(4, area=""))) == [4]


def test_what_is_out_of_scope_needs_no_area_and_no_summary():
    out = with_suggestion(4, area="", out_of_scope="Horses alone.")
    material = replace(out, areas=with_part(BOOTS, summary="").areas)
    assert found("suggestion_not_filed", material) == []
    assert found("suggestion_not_used", material) == []
    assert found("out_of_scope_used", material) == []


def test_citation_of_what_is_out_of_scope_is_found():
    out = with_suggestion(4, area="", out_of_scope="Horses alone.")
    (finding,) = found("out_of_scope_used", out)
    assert (finding.subject, "cited in “Boots”" in finding.message) == (4, True)


def test_part_that_is_not_filed_is_found():
    parts = (SuggestionPart("a", "area-boots"), SuggestionPart("b"))
    (finding,) = found("part_not_filed", with_suggestion(4, parts=parts))
    assert "parts that are not filed: b" in finding.message
    filed = with_suggestion(4, parts=(*parts[:1], SuggestionPart("b", "area-guides")))
    assert found("part_not_filed", filed) == []


def test_duplicates_that_are_merged_are_linked():
    alike = with_suggestion(2, key_area=LONG).suggestions
    alike = tuple(replace(one, key_area=LONG) if one.number == 4 else one for one in alike)
    material = replace(SOUND, suggestions=alike)
    assert subjects(found("likely_duplicate", material)) == [4]
    merged = tuple(replace(one, merged_with=2) if one.number == 4 else one for one in alike)
    assert found("likely_duplicate", replace(SOUND, suggestions=merged)) == []


def test_suggestion_that_no_summary_cites_is_found_until_a_reason_is_given():
    material = with_part(BOOTS, summary="Boots hurt.")
    assert subjects(found("suggestion_not_used", material)) == [4]
    reason = with_suggestion(4, reason_not_used="Passed on.").suggestions
    assert found("suggestion_not_used", replace(material, suggestions=reason)) == []


def test_citation_of_a_suggestion_that_does_not_exist_is_found():
    (finding,) = found("suggestion_unknown", with_part(BOOTS, summary="Boots [S4, S44]."))
    assert "[S44] is cited in the summary of “Boots”" in finding.message


def test_paragraph_that_cites_nothing_is_found_by_its_place():
    material = with_part(BOOTS, summary="A stakeholder wanted boots [S4].\n\nBoots hurt.")
    (finding,) = found("paragraph_without_citation", material)
    assert finding.message.startswith("Paragraph 2 of the summary of “Boots” cites no suggestion")


@pytest.mark.parametrize(
    "summary",
    ["### A heading\n\nBoots [S4].", "They wanted:\n\n- boots\n- socks [S4].", "Boots.[S4]"],
)
def test_headings_and_points_of_a_list_need_no_citation_of_their_own(summary):
    assert found("paragraph_without_citation", with_part(BOOTS, summary=summary)) == []


@pytest.mark.parametrize(
    ("summary", "says"),
    [
        ("Stakeholders asked [S1].", "“Stakeholders” and cites suggestions of one contributor"),
        ("A number of stakeholders asked [S1, S2].", "“A number of stakeholders” and cites"),
        ("One stakeholder asked [S1, S2].", "“One stakeholder” and cites suggestions of two"),
        ("Three organisations asked [S1, S2].", "“Three organisations” and cites"),
        ("One stakeholder asked [S1] and [S2].", "“One stakeholder” and cites"),
    ],
)
def test_quantity_that_the_citations_do_not_bear_out_is_found(summary, says):
    (finding,) = found("quantity_disagrees", with_part(ASKING, summary=summary))
    assert says in finding.message


@pytest.mark.parametrize(
    "summary",
    [
        "Stakeholders asked [S1, S2].",
        "Several stakeholders asked [S1, S2, S3].",
        "Stakeholders [S1] and [S2] asked.",
        "Stakeholders asked; one stakeholder begged [S1, S2].",
        "Two stakeholders asked [S1, S2]. One stakeholder sang [S3].",
        "The stakeholders' table is long [S1].",
    ],
)
def test_quantity_that_the_citations_bear_out_is_no_finding(summary):
    assert found("quantity_disagrees", with_part(ASKING, summary=summary)) == []


def test_two_suggestions_of_one_contributor_are_one_stakeholder():
    rows = with_suggestion(2, contributor=RIVERS).suggestions
    material = replace(with_part(ASKING, summary="One stakeholder [S1, S2]."), suggestions=rows)
    assert found("quantity_disagrees", material) == []


def test_suggestion_used_where_it_is_not_shown_is_found():
    material = with_part(BOOTS, summary="Stakeholders wanted boots [S1, S4].")
    (finding,) = found("used_but_not_filed", material)
    assert "filed in “Asking about walking” and used in “Boots”" in finding.message


def test_suggestion_that_supports_the_other_area_is_shown_in_both():
    rows = with_suggestion(1, also_in=("area-boots",)).suggestions
    material = with_part(BOOTS, summary="Stakeholders wanted boots [S1, S4].")
    assert found("used_but_not_filed", replace(material, suggestions=rows)) == []


@pytest.mark.parametrize("label", ["Key area for quality improvement 2", "Improvement 3"])
def test_label_of_the_form_as_key_area_is_found(label):
    assert subjects(found("heading_is_form_label", with_suggestion(2, key_area=label))) == [2]


def test_label_of_the_form_as_heading_is_found():
    material = with_suggestion(2, heading_in_table="Key area for quality improvement")
    assert subjects(found("heading_is_form_label", material)) == [2]
    area = with_area(BOOTS, title="Key area for quality improvement 1")
    assert subjects(found("heading_is_form_label", area)) == [2]


def test_words_that_begin_like_a_label_are_a_heading():
    material = with_suggestion(2, key_area="Key area for quality improvement 2: boots for all")
    assert found("heading_is_form_label", material) == []


def test_empty_key_area_is_listed():
    assert subjects(found("key_area_empty", with_suggestion(3, key_area=" "))) == [3]


def test_suggestions_that_say_almost_the_same_are_found():
    rows = (
        replace(SUGGESTIONS[0], why_important=LONG),
        replace(SUGGESTIONS[1], key_area="Ask early on", why_important=f"{LONG} at all"),
    )
    (finding,) = found("likely_duplicate", replace(SOUND, suggestions=rows))
    assert finding.subject == 2
    assert "reads almost like suggestion 1 (9" in finding.message


def test_equal_suggestions_are_each_paired_with_the_first():
    rows = [Suggestion(number, WOODS, why_important=LONG) for number in (5, 3, 9)]
    pairs = [(one.number, other.number) for one, other, _ in likely_duplicates(rows)]
    assert pairs == [(3, 5), (3, 9)]


def test_suggestions_that_share_a_few_words_are_no_duplicates():
    other = "Walking groups need a leader; boots, maps and tea can wait until the rain has stopped"
    rows = [Suggestion(1, why_important=LONG), Suggestion(2, why_important=other)]
    assert likely_duplicates(rows) == []


def test_variants_of_one_letter_are_each_paired_once():
    rows = [Suggestion(number, why_important=f"{LONG} in {number}") for number in range(1, 9)]
    assert [other.number for _, other, _ in likely_duplicates(rows)] == list(range(2, 9))


def test_duplicates_among_thousands_are_found_in_some_seconds():
    words = LONG.split() + [f"word{number}" for number in range(2000)]
    random = Random(1)
    texts = [" ".join(random.choices(words, k=80)) for _ in range(4999)]
    texts.append(f"{texts[17]} and more")
    rows = [Suggestion(number, why_important=text) for number, text in enumerate(texts)]
    started = process_time()
    assert [(one.number, other.number) for one, other, _ in likely_duplicates(rows)] == [(17, 4999)]
    assert process_time() - started < 10


@pytest.mark.parametrize(
    "words",
    [
        "Please ask Dr Poppins about it.",
        "The committee might hear Louise Bower as an expert.",
        "Write to m.poppins@example.org.",
        "My name is Poppins.",
    ],
)
def test_text_that_names_a_person_is_found_and_does_not_repeat_the_name(words):
    (finding,) = found("person_named", with_suggestion(2, why_important=words))
    assert finding.subject == 2
    assert not any(name in finding.message for name in ("Poppins", "Bower", "example.org"))


def test_person_named_in_prose_is_found():
    material = with_part(BOOTS, summary="Ms Poppins wanted boots [S4].")
    assert subjects(found("person_named", material)) == [2]


@pytest.mark.parametrize(
    "words",
    [
        "Louise Bower (2007) Boots. London: Jessica Hills.",
        "Boots (2007), Jessica Hills Publishers",
        "Bower L, Hill J (2007) Boots.",
        "The Anna Freud Centre runs it.",
        "Doctors and health visitors ask.",
        "St George Hospital",
    ],
)
def test_authors_and_institutions_are_no_private_persons(words):
    assert found("person_named", with_suggestion(2, supporting_information=words)) == []


def test_suggestion_that_is_not_printed_or_printed_twice_is_found():
    def doubled(blocks):
        table = blocks[0]
        first, second, *rest = table.groups
        groups = (replace(first, rows=first.rows[1:] + first.rows[1:2]), second, *rest)
        return (replace(table, groups=groups), *blocks[1:])

    findings = found("suggestion_not_printed", SOUND, with_blocks("suggestions", doubled))
    assert [one.message[:40] for one in findings] == [
        "Suggestion 1 is printed not at all in th",
        "Suggestion 2 is printed 2 times in the a",
    ]


@pytest.mark.parametrize(
    ("passage", "place"),
    [
        ("wanted adults", "the summary of “Asking adults”"),
        ("12% \n were", "current practice in “Asking adults”"),
        ("Young people", "Suggestion 3 repeats words"),
    ],
)
def test_redacted_passage_that_stands_elsewhere_is_found_and_not_repeated(passage, place):
    material = replace(SOUND, redactions=((1, passage),))
    (finding,) = found("redacted_passage_repeated", material)
    assert place in finding.message
    assert passage not in finding.message


def test_part_of_another_word_is_no_redacted_passage():
    assert found("redacted_passage_repeated", replace(SOUND, redactions=((1, "dult"),))) == []
