"""Evidence: sources with keys, findings that cite them, the numbers of the search."""

import pytest

from qsdev.errors import EditCollision, RuleBroken
from recommendations import actions
from recommendations.models import EvidenceSearch, EvidenceSource, FindingCitation, PracticeFinding


def test_source_key_is_used_once_a_topic(topic, evidence, lead):
    with pytest.raises(RuleBroken, match="ons-2015 names another source"):
        actions.add_evidence_source(
            topic=topic, key="ONS-2015", author="ONS", year=2015, title="Other", by=lead
        )

    assert EvidenceSource.objects.get() == evidence


def changed(evidence, version, lead, title="Children’s well-being"):
    return actions.change_evidence_source(
        source=evidence, version=version, author="ONS", year=2015, title=title, by=lead
    )


def test_source_is_corrected(evidence, lead):
    source = changed(evidence, 1, lead)

    assert (source.title, source.key, source.version) == ("Children’s well-being", "ons-2015", 2)


def test_source_changed_by_another_meanwhile_is_not_overwritten(evidence, lead):
    changed(evidence, 1, lead)

    with pytest.raises(EditCollision) as collision:
        changed(evidence, 1, lead, title="Something else")

    assert collision.value.current.title == "Children’s well-being"
    assert EvidenceSource.objects.get().title == "Children’s well-being"


def test_source_that_is_cited_stays(area, evidence, lead):
    actions.write_finding(area=area, text="A claim [@ons-2015].", by=lead)

    with pytest.raises(RuleBroken, match="is cited in “Current practice in Assessment”"):
        actions.remove_evidence_source(source=evidence, by=lead)

    assert EvidenceSource.objects.count() == 1


def test_source_that_is_not_cited_is_removed(evidence, lead):
    actions.remove_evidence_source(source=evidence, by=lead)

    assert not EvidenceSource.objects.exists()


def test_finding_keeps_the_citations_of_each_paragraph(area, sub_area, evidence, lead):
    text = "First [@ons-2015]. Again [@ons-2015].\n\nWithout.\n\nThird [@ons-2015]."

    finding = actions.write_finding(area=area, sub_area=sub_area, text=text, by=lead)

    cited = finding.citations.values_list("source__key", "paragraph")
    assert list(cited) == [("ons-2015", 1), ("ons-2015", 3)]


def test_unknown_keys_are_named_and_nothing_is_written(area, evidence, lead):
    with pytest.raises(RuleBroken, match=r"\[@c4eo-2010\], \[@eif-2015\]\. Add the source"):
        actions.write_finding(area=area, text="A [@eif-2015], b [@c4eo-2010].", by=lead)

    assert not PracticeFinding.objects.exists()


def test_changed_finding_loses_its_old_citations(area, evidence, lead):
    actions.write_finding(area=area, text="A claim [@ons-2015].", by=lead)

    finding = actions.write_finding(area=area, none_found=True, version=1, by=lead)

    assert (finding.text, finding.none_found, finding.version) == ("", True, 2)
    assert not FindingCitation.objects.exists()


@pytest.mark.parametrize(("text", "none_found"), [("", False), ("Something.", True)])
def test_finding_says_one_of_two_things(area, text, none_found, lead):
    with pytest.raises(RuleBroken, match="or say that none was found"):
        actions.write_finding(area=area, text=text, none_found=none_found, by=lead)

    assert not PracticeFinding.objects.exists()


@pytest.mark.parametrize("version", [0, 2])
def test_finding_changed_by_another_meanwhile_is_not_overwritten(area, version, lead):
    actions.write_finding(area=area, text="Theirs.", by=lead)

    with pytest.raises(EditCollision) as collision:
        actions.write_finding(area=area, text="Mine.", version=version, by=lead)

    assert collision.value.current.text == PracticeFinding.objects.get().text == "Theirs."


def test_finding_on_another_areas_sub_area_is_refused(topic, sub_area, lead):
    with pytest.raises(RuleBroken, match="Choose a sub-area of Schools"):
        actions.write_finding(
            area=topic.areas.get(title="Schools"), sub_area=sub_area, text="A.", by=lead
        )

    assert not PracticeFinding.objects.exists()


def recorded(topic, lead, **numbers):
    numbers = {"from_databases": 365, "from_stakeholders": 101, "from_internal": 65, **numbers}
    return actions.record_evidence_search(topic=topic, by=lead, **numbers)


def test_search_adds_up(topic, lead):
    exclusions = [("Title and abstract", 498), ("Full text", 26)]

    search = recorded(topic, lead, exclusions=exclusions, stated_included=6)

    assert (search.identified, search.excluded, search.remaining) == (531, 524, 7)
    assert [each.reason for each in search.exclusions.all()] == ["Title and abstract", "Full text"]


def test_search_is_recorded_anew(topic, lead):
    recorded(topic, lead, exclusions=[("Title and abstract", 498)])

    search = recorded(topic, lead, exclusions=[("Full text", 9)], version=1)

    assert (search.version, search.excluded, search.exclusions.count()) == (2, 9, 1)


@pytest.mark.parametrize(
    ("exclusions", "sentence"),
    [
        ([("Full text", 1), ("Full text", 2)], "each reason for excluding papers once"),
        ([("Full text", 532)], "532 papers cannot be excluded where 531"),
    ],
)
def test_search_that_cannot_be_is_refused(topic, exclusions, sentence, lead):
    with pytest.raises(RuleBroken, match=sentence):
        recorded(topic, lead, exclusions=exclusions)

    assert not EvidenceSearch.objects.exists()


def test_search_changed_by_another_meanwhile_is_not_overwritten(topic, lead):
    recorded(topic, lead)

    with pytest.raises(EditCollision):
        recorded(topic, lead, from_databases=1)

    assert EvidenceSearch.objects.get().from_databases == 365
