"""Rules about evidence: each is broken once, and what only looks like it is let pass."""

from dataclasses import replace

import pytest

from qsdev.briefing.builder.evidence import EvidenceSource
from qsdev.briefing.tests.sound_material import ASKING, SOUND, found, with_part


def with_source(**facts):
    """The sound material with one more evidence source."""
    return replace(SOUND, sources=(*SOUND.sources, EvidenceSource("third", **facts)))


def test_number_included_that_differs_from_the_sources_cited_is_found():
    material = replace(SOUND, search=replace(SOUND.search, stated_included=6))
    (finding,) = found("papers_included_differ", material)
    assert "included is 6, but findings cite two distinct sources" in finding.message


def test_source_cited_twice_is_included_once():
    text = "In 2014, 12% were asked [@walks-2014]. Fewer own boots [@walks-2014]."
    assert found("papers_included_differ", with_part(ASKING, practice=text)) == []


def test_flow_that_does_not_add_up_is_found():
    search = replace(SOUND.search, exclusions=(("Not about walking", 3), ("Old", 2)))
    (finding,) = found("flow_does_not_add_up", replace(SOUND, search=search))
    assert "11 papers were identified and 5 excluded, which leaves 6" in finding.message
    assert finding.mend.url_name == "recommendations:evidence_search_edit"


@pytest.mark.parametrize(
    "claim",
    ["Of 1,533 mothers many were asked.", "It was 0.15%.", "One child in 8 walks.",
     "Nearly a fifth walk.", "Three in ten walk."],
)  # fmt: skip
def test_claim_in_numbers_without_citation_is_found(claim):
    (finding,) = found("number_without_citation", with_part(ASKING, practice=claim))
    assert finding.message.startswith("Paragraph 1 of current practice in “Asking adults”")


@pytest.mark.parametrize(
    "words",
    [
        "A report of 2014 is silent.",
        "Children aged 7 to 10 walk.",
        "See NG26.",
        "1 in 8 [@walks-2014].",
    ],
)
def test_number_that_claims_nothing_needs_no_citation(words):
    words = words.replace("Children aged 7 to 10", "Children of age 7 to 10")
    assert found("number_without_citation", with_part(ASKING, practice=words)) == []


def test_citation_of_a_source_that_does_not_exist_is_found():
    (finding,) = found("source_unknown", with_part(ASKING, practice="They walk [@nobody-2011]."))
    assert finding.message.startswith("[@nobody-2011] is cited in current practice")


def test_source_that_nothing_cites_is_listed():
    material = with_source(author="Sock Board", year=2011, title="Socks")
    assert [one.subject for one in found("source_not_cited", material)] == ["third"]


def test_author_in_two_spellings_is_found():
    material = with_source(author="Office for Boots", year=2015, title="Boots again")
    (finding,) = found("source_named_differently", material)
    assert "“Office of Boots” and “Office for Boots” look like one author" in finding.message


def test_one_title_under_two_names_is_found():
    material = with_source(author="Somebody", year=2013, title="Who owns boots?")
    (finding,) = found("source_named_differently", material)
    assert "have the same title" in finding.message


def test_two_publications_of_one_author_are_no_finding():
    material = with_source(author="Office of Boots", year=2015, title="Boots again")
    assert found("source_named_differently", material) == []
