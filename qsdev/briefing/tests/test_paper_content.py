"""The content tree of a small paper: what each part says, and that nothing is typed twice."""

from dataclasses import replace

import pytest

from qsdev.briefing.builder import build_document
from qsdev.briefing.builder.contributors import legend, stakeholders_of
from qsdev.briefing.builder.evidence import EvidenceSource
from qsdev.briefing.builder.material import OverviewText, PaperMaterial
from qsdev.briefing.builder.summary import included_sources
from qsdev.briefing.checks.printed import Printed
from qsdev.briefing.tests.sound_material import (
    ASK,
    ASKING,
    BOOTS,
    GUIDELINE,
    LEND,
    PLAN,
    SOUND,
    nodes,
    rows_of,
    with_part,
    with_suggestion,
    words,
)
from qsdev.documents.blocks import (
    CrossReference,
    FootnoteReference,
    Link,
    Quotation,
    Text,
)
from qsdev.documents.freezing import content_hash
from qsdev.documents.numbering import number
from qsdev.documents.reading import plain_text, walk


def test_sections_stand_in_the_order_of_a_briefing_paper():
    numbering = number(build_document(SOUND))
    assert [label.full_title for label in numbering.contents] == [
        "1 Introduction",
        "1.1 Structure",
        "1.2 Development source",
        "2 Overview",
        "2.1 Focus of quality standard",
        "2.2 Definition",
        "2.3 National outcome frameworks",
        "3 Summary of suggestions",
        "3.1 Responses",
        "3.2 Identification of current practice evidence",
        "4 Suggested improvement areas",
        "4.1 Asking about walking",
        "4.2 Boots",
        "4.3 Additional areas",
        "Appendix 1: Key priorities for implementation (NG1)",
        "Appendix 2: Review flowchart",
        "Appendix 3: Glossary",
        "Appendix 4: Suggestions from stakeholder engagement exercise – registered stakeholders "
        "and specialist committee members",
    ]


def test_empty_topic_makes_a_paper_that_can_be_numbered():
    numbering = number(build_document(PaperMaterial()))
    assert [label.number for label in numbering.contents][-5:] == [
        "4",
        "Appendix 1",
        "Appendix 2",
        "Appendix 3",
        "Appendix 4",
    ]


def test_every_reference_leads_somewhere():
    document = build_document(with_suggestion(4, also_in=("area-asking", "area-guides")))
    numbering = number(document)
    for node in walk(document):
        if isinstance(node, CrossReference):
            assert numbering.label_of(node)
        if isinstance(node, FootnoteReference):
            assert numbering.footnote_of(node.key)


def test_same_material_makes_the_same_tree():
    assert content_hash(build_document(SOUND)) == content_hash(build_document(replace(SOUND)))


def test_front_matter_names_topic_output_and_meeting():
    assert plain_text(build_document(SOUND).front_matter).split("\n") == [
        "Quality standard topic",
        "Walking",
        "Reference",
        "GID-QS1",
        "Output",
        "Areas for improvement",
        "Date of Quality Standards Advisory Committee meeting",
        "10 March 2016",
    ]


def test_development_sources_have_title_reference_and_year():
    further = replace(GUIDELINE, reference="NG2", title="Running", is_further=True)
    text = words("development-sources", replace(SOUND, guidelines=(GUIDELINE, further)))
    assert "Walking for health. NICE guideline NG1 (2015)\nFurther development sources" in text
    assert text.endswith("Running. NICE guideline NG2 (2015)")


def test_optional_part_is_printed_only_where_the_topic_has_it():
    part = OverviewText("safety_report", "Safety report", "Boots are safe.", is_optional=True)
    material = replace(SOUND, overview=(*SOUND.overview, part))
    assert words("overview-safety-report", material) == "Boots are safe."
    assert "overview-safety-report" not in Printed(build_document(SOUND)).sections


def test_status_of_an_indicator_is_told_in_words():
    domain = SOUND.frameworks[0].domains[0]
    entry = replace(domain.entries[0], status="in development")
    framework = replace(SOUND.frameworks[0], domains=(replace(domain, entries=(entry,)),))
    material = replace(SOUND, frameworks=(framework,))
    assert rows_of("frameworks", material) == [
        ["1 Living longer", "1.1 Steps", "1.1: in development"]
    ]
    assert rows_of("frameworks") == [["1 Living longer", "1.1 Steps"]]


def test_responses_are_counted_with_members_apart():
    assert words("responses").startswith(
        "Three registered stakeholders responded, and two specialist committee members made "
        "suggestions as well, in the 2-week engagement exercise of 15 January to 29 January 2016: "
        "five suggestions in all.\nEach of them could put forward up to five key areas"
    )


def test_summary_table_gathers_additional_areas_in_one_row():
    assert rows_of("responses") == [
        ["Asking about walking\nAsking adults\nAsking children", "TRT\nWW\nSCM"],
        ["Boots", "HW"],
        ["Additional areas\nGuides", "SCM"],
    ]


def test_stakeholders_of_an_area_are_those_whose_suggestions_it_cites():
    material = with_part(BOOTS, summary="Stakeholders wanted boots [S4, S2, S4].")
    assert stakeholders_of(material.areas[1:2], material) == ("HW", "WW")


def test_headings_within_a_summary_never_lie_too_deep():
    text = "# One\n\n## Two\n\n### Three\n\n#### Four\n\nBoots [S1]."
    numbering = number(build_document(with_part(ASKING, summary=text)))
    assert max(label.level for label in numbering.labels.values()) == 6


def test_several_members_are_named_together_after_the_organisations():
    material = with_part(BOOTS, summary="Stakeholders wanted boots [S5, S3, S1].")
    assert stakeholders_of(material.areas[1:2], material) == ("TRT", "SCMs")


def test_legend_explains_what_is_used_and_nothing_else():
    assert legend({"WW", "SCMs", "HW"}, SOUND) == (
        ("HW", "Hill Walkers"),
        ("WW", "Woods and Wellbeing"),
        ("SCMs", "Specialist committee members"),
    )


def test_citation_of_suggestions_becomes_references_to_their_rows():
    found = nodes(CrossReference, "area-asking-summary")
    assert [one.anchor for one in found] == ["suggestion-1", "suggestion-2", "suggestion-3"]
    assert "to be asked (suggestions  and )." in words("area-asking-summary")


def test_citation_of_nothing_is_printed_as_written():
    material = with_part(BOOTS, summary="Boots [S4, S77].", practice="Boots [@none].")
    assert words("area-boots-summary", material) == "Boots [S4, S77]."
    assert words("area-boots-practice", material) == "Boots [@none]."


def test_evidence_is_cited_by_a_footnote_that_names_it():
    document = build_document(SOUND)
    notes = {note.key: plain_text(note.inlines) for note in document.footnotes}
    (mark,) = nodes(FootnoteReference, "area-boots-practice")
    assert notes[mark.key] == "Office of Boots (2012) Who owns boots"


def test_footnote_links_to_the_source_only_by_an_address_of_the_web():
    linked = EvidenceSource("a", "A", 2012, "Boots", "https://example.org/boots")
    wrong = replace(linked, key="b", url="javascript:alert(1)")
    material = replace(SOUND, sources=(linked, wrong, *SOUND.sources))
    first, second, *_ = build_document(material).footnotes
    assert first.inlines == (Text("A (2012) "), Link("Boots", "https://example.org/boots"))
    assert second.inlines == (Text("A (2012) Boots"),)


def test_source_is_included_once_however_often_it_is_cited():
    material = with_part(ASKING, practice="One [@boots-2012]. Two [@boots-2012]. [@gone]")
    assert included_sources(material) == ("boots-2012",)


def test_table_of_recommendations_has_a_row_for_each_sub_area():
    assert rows_of("area-asking-recommendations") == [
        [
            "Asking adults",
            "Asking\nNICE NG1 Recommendation 1.1.1 (key priority for implementation)\n"
            "NICE NG1 Recommendation 1.1.2",
        ],
        ["Asking children", "Not directly covered in NICE NG1"],
    ]


def test_recommendation_of_two_sub_areas_is_printed_in_full_once():
    material = with_part(ASKING, 1, recommendations=(LEND, ASK), not_covered=False)
    found = nodes(Quotation, "area-asking-recommendations", material)
    assert [plain_text(one.heading).split(" (")[0] for one in found] == [
        ASK.name,
        PLAN.name,
        LEND.name,
    ]


def test_research_recommendation_is_printed_with_its_title():
    headings = [plain_text(one.heading) for one in nodes(Quotation, "area-boots-recommendations")]
    assert headings == [LEND.name, "NICE NG1 Research Recommendation 1: Boots"]


@pytest.mark.parametrize(("text", "says"), [("See section 1.4.", True), ("See it.", False)])
def test_numbers_of_the_source_are_marked_as_its_own(text, says):
    material = with_part(BOOTS, recommendations=(replace(LEND, text=text),))
    printed = words("area-boots-recommendations", material)
    assert ("are those of NICE NG1 itself" in printed) == says


def test_area_without_findings_says_that_none_were_found():
    assert "brought up no published study" in words("area-asking-practice")


def test_additional_area_has_its_reason_its_explanation_and_when_it_is_discussed():
    printed = words("additional-areas")
    assert "at the end of its meeting on 10 March 2016" in printed
    assert printed.endswith(
        "One stakeholder wrote about guides (suggestion ).\n"
        "The training of staff is not put forward.\n"
        "Guides have a standard of their own."
    )
