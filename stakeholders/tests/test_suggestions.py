"""Filing suggestions, explaining those not used, redacting passages, writing summaries."""

import pytest

from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics import actions as topic_actions
from stakeholders import actions
from stakeholders.models import AreaSummary, Redaction, Suggestion, SummaryCitation
from stakeholders.tests.conftest import codes

ROWS = [
    (1, "SCM1", "Assessment", "Ring 943 476 5919 and again 943 476 5919", "Indeed", "NG26"),
    (2, "SCM2", "Schools", "So that", "", ""),
]


@pytest.fixture
def suggestions(confirm):
    confirm(*ROWS)
    return list(Suggestion.objects.all())


@pytest.fixture
def areas(topic, analyst):
    return [
        topic_actions.add_area(topic=topic, title=title, by=analyst)
        for title in ("Assessment of attachment", "Schools")
    ]


def filings(suggestion):
    return list(suggestion.filings.values_list("area__title", "is_own"))


def test_a_suggestion_has_one_area_of_its_own(suggestions, areas, analyst):
    for area in areas:
        actions.file_suggestion(suggestion=suggestions[0], area=area, by=analyst)
    assert filings(suggestions[0]) == [("Schools", True)]


def test_a_suggestion_may_support_other_areas(suggestions, areas, analyst):
    own, other = areas
    actions.file_suggestion(suggestion=suggestions[0], area=own, by=analyst)
    actions.support_area(suggestion=suggestions[0], area=other, by=analyst)
    actions.support_area(suggestion=suggestions[0], area=other, by=analyst)
    assert filings(suggestions[0]) == [("Assessment of attachment", True), ("Schools", False)]
    with pytest.raises(RuleBroken, match="its own area"):
        actions.support_area(suggestion=suggestions[0], area=own, by=analyst)


def test_a_supported_area_can_become_its_own(suggestions, areas, analyst):
    actions.support_area(suggestion=suggestions[0], area=areas[1], by=analyst)
    actions.file_suggestion(suggestion=suggestions[0], area=areas[1], by=analyst)
    assert filings(suggestions[0]) == [("Schools", True)]


def test_an_area_of_another_topic_is_refused(suggestions, administrator, analyst):
    other = topic_actions.create_topic(slug="other", title="Other", by=administrator)
    area = topic_actions.add_area(topic=other, title="Elsewhere", by=analyst)
    with pytest.raises(RuleBroken, match="belongs to another topic"):
        actions.file_suggestion(suggestion=suggestions[0], area=area, by=analyst)
    assert filings(suggestions[0]) == []


def test_a_sub_area_of_another_area_is_refused(suggestions, areas, analyst):
    sub_area = topic_actions.add_sub_area(area=areas[1], title="Early years", by=analyst)
    with pytest.raises(RuleBroken, match="is not a part of"):
        actions.file_suggestion(
            suggestion=suggestions[0], area=areas[0], sub_area=sub_area, by=analyst
        )


def test_filings_can_be_taken_back(suggestions, areas, analyst):
    suggestion = suggestions[0]
    actions.file_suggestion(suggestion=suggestion, area=areas[0], by=analyst)
    actions.support_area(suggestion=suggestion, area=areas[1], by=analyst)
    actions.end_support(suggestion=suggestion, area=areas[1], by=analyst)
    actions.unfile_suggestion(suggestion=suggestion, by=analyst)
    assert filings(suggestion) == []
    with pytest.raises(RuleBroken, match="not filed"):
        actions.unfile_suggestion(suggestion=suggestion, by=analyst)


def test_a_suggestion_not_used_is_explained(suggestions, analyst):
    suggestion = actions.explain_unused(
        suggestion=suggestions[0], reason=" Out of scope. ", version=1, by=analyst
    )
    assert (suggestion.reason_not_used, suggestion.version) == ("Out of scope.", 2)
    with pytest.raises(EditCollision):
        actions.explain_unused(suggestion=suggestion, reason="Mine", version=1, by=analyst)


def redact(suggestion, analyst, **changed):
    asked = {"field": "why_important", "passage": "943 476 5919", "reason": "An NHS number"}
    return actions.redact_passage(suggestion=suggestion, by=analyst, **{**asked, **changed})


def test_a_redacted_passage_is_in_no_copy_but_the_keeper_s(suggestions, analyst):
    redaction = redact(suggestions[0], analyst)
    suggestion = Suggestion.objects.get(number=1)
    assert suggestion.why_important == "Ring [redacted] and again [redacted]"
    assert suggestion.import_row.cells["why_important"] == suggestion.why_important
    assert redaction.passage == "943 476 5919"


def test_a_redaction_reaches_a_second_copy_of_the_table(suggestions, start, analyst):
    second = start(*ROWS)
    assert "943 476 5919" in second.rows.first().cells["why_important"]
    redact(suggestions[0], analyst)
    assert second.rows.first().cells["why_important"] == "Ring [redacted] and again [redacted]"


def test_a_redacted_suggestion_is_known_when_its_table_comes_again(suggestions, start, analyst):
    redact(suggestions[0], analyst)
    again = start(*ROWS)
    assert [found[-1] for found in codes(again).values()] == ["already_imported"] * 2


def test_no_sample_of_a_confirmed_table_is_kept(suggestions):
    assert suggestions[0].import_row.import_record.tables == []


@pytest.mark.parametrize(
    "changed",
    [{"reason": " "}, {"passage": "not there"}, {"passage": ""}, {"field": "number"}],
)
def test_a_redaction_needs_a_reason_and_a_passage_that_is_there(suggestions, analyst, changed):
    with pytest.raises(RuleBroken):
        redact(suggestions[0], analyst, **changed)
    assert Redaction.objects.count() == 0


def test_a_mark_is_not_redacted_again(suggestions, analyst):
    redact(suggestions[0], analyst)
    for passage in ("[redacted] and", "redacted"):
        with pytest.raises(RuleBroken, match="redacted already"):
            redact(suggestions[0], analyst, passage=passage)


def test_citations_of_a_summary_are_rows(suggestions, areas, analyst):
    text = "First [S1, S2].\n\nSecond [S2]."
    summary = actions.write_summary(area=areas[0], text=text, by=analyst)
    assert list(summary.citations.values_list("paragraph", "suggestion__number")) == [
        (1, 1),
        (1, 2),
        (2, 2),
    ]
    actions.write_summary(area=areas[0], text="Now [S1].", version=1, by=analyst)
    assert SummaryCitation.objects.count() == 1


def test_a_summary_cites_only_what_the_topic_holds(suggestions, areas, analyst):
    with pytest.raises(RuleBroken, match="no suggestion S7, S90"):
        actions.write_summary(area=areas[0], text="So [S1, S90] and [S7].", by=analyst)
    assert AreaSummary.objects.count() == 0


def test_a_summary_that_somebody_else_wrote_is_not_overwritten(suggestions, areas, analyst):
    actions.write_summary(area=areas[0], text="Theirs [S1].", by=analyst)
    for version in (None, 7):
        with pytest.raises(EditCollision) as collision:
            actions.write_summary(area=areas[0], text="Mine [S2].", version=version, by=analyst)
        assert collision.value.current.text == "Theirs [S1]."
    assert AreaSummary.objects.get().text == "Theirs [S1]."
