"""Redaction: the mark stands everywhere, the passage on the keeper's page alone."""

import csv
import io

import pytest
from django.apps import apps

from qsdev.briefing.rendering import read_paper
from qsdev.documents.freezing import to_json
from qsdev.errors import RuleBroken
from qsdev.topics.tests.pages import address, errors_of, history_length, last_event, words_of
from stakeholders import actions
from stakeholders.models import Redaction, Suggestion
from stakeholders.tests.conftest import HEADER, table

PASSAGE = "Baby Doe, NHS number 999 123 4567"
WORDS = f"Ask {PASSAGE}  again.\nThen ask {PASSAGE}."


@pytest.fixture
def lead(people):
    return people["lead"]


@pytest.fixture
def upload(demonstration, lead):
    """Uploads a table of one row by iHV; returns the import, which is not confirmed."""

    def uploaded(why_important=WORDS, number=""):
        quoted = io.StringIO()
        csv.writer(quoted).writerow([number, "iHV", "A key area", why_important])
        header = table().split(b"\n")[0].replace(b"\t", b",")
        return actions.start_import(
            topic=demonstration,
            round=demonstration.engagement,
            file=header + b"\n" + quoted.getvalue().encode(),
            file_name="late.csv",
            by=lead,
        )

    return uploaded


@pytest.fixture
def import_row(upload, lead):
    """Imports a table of one row by iHV; returns the import."""

    def imported(why_important=WORDS):
        import_record = upload(why_important)
        return actions.confirm_import(
            import_record=import_record, version=import_record.version, by=lead
        )

    return imported


@pytest.fixture
def suggestion(import_row, demonstration):
    import_row()
    return demonstration.suggestions.get(number=51)


@pytest.fixture
def redact(suggestion, lead):
    def redacted(passage=PASSAGE, field="why_important", reason="It names a child."):
        return actions.redact_passage(
            suggestion=suggestion, field=field, passage=passage, reason=reason, by=lead
        )

    return redacted


def models_holding(text):
    """The models of which a row holds the text in any of its columns."""
    ours = ("topics", "stakeholders", "briefing", "audit")
    return {
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label in ours
        and any(text in repr(row) for row in model._base_manager.values())
    }


def test_mark_takes_the_place_of_the_passage_in_every_copy(demonstration, suggestion, redact, lead):
    assert models_holding("999 123 4567") >= {"Suggestion", "ImportRow"}

    redaction = redact()

    suggestion.refresh_from_db()
    assert suggestion.why_important == "Ask [redacted]  again.\nThen ask [redacted]."
    assert suggestion.import_row.cells["why_important"] == suggestion.why_important
    assert models_holding("999 123 4567") == {"Redaction"}
    detail = {"field": "why_important", "redaction": redaction.pk}
    assert last_event(demonstration) == ("redacted", lead.pk, detail)


def test_passage_is_found_however_its_spaces_stand(suggestion, redact):
    redaction = redact(passage="4567 again. Then")

    suggestion.refresh_from_db()
    assert redaction.passage == "4567  again.\nThen"
    assert suggestion.why_important.startswith(
        "Ask Baby Doe, NHS number 999 123 [redacted] ask Baby"
    )


def test_row_that_was_left_out_loses_the_passage_too(demonstration, suggestion, redact, lead):
    again = actions.start_import(
        topic=demonstration,
        round=demonstration.engagement,
        file=table(["", "Nobody known", "A key area", f"Ask {PASSAGE}."]),
        file_name="again.tsv",
        by=lead,
    )

    redact()

    assert again.rows.get().cells["why_important"] == "Ask [redacted]."


@pytest.mark.parametrize(
    ("words", "code"), [(WORDS, "already_imported"), (f"{WORDS} When?", "id_taken")]
)
def test_passage_does_not_come_back_with_the_same_table(suggestion, redact, upload, words, code):
    redact()

    row = upload(words, number=51).rows.get()

    assert code in [found["code"] for found in row.findings]
    assert row.cells["why_important"] == words.replace(PASSAGE, "[redacted]")
    assert models_holding("999 123 4567") == models_holding("Baby Doe") == {"Redaction"}


@pytest.fixture
def open_import(demonstration, lead):
    """Uploads a table of one row; returns the import, whose columns or rows are to be checked."""

    def uploaded(*cells, header=HEADER):
        return actions.start_import(
            topic=demonstration,
            round=demonstration.engagement,
            file=table(["", "iHV", *cells], header=header),
            file_name="other.tsv",
            by=lead,
        )

    return uploaded


UNMATCHED = ("ID", "One", "Two", "Three", "Four", "Five")
CUT = "word " * 22 + "Baby Doe, NHS number 999 123 4567."  # 120 characters end in "Baby Doe, "


@pytest.mark.parametrize("header", [HEADER, UNMATCHED])
@pytest.mark.parametrize("words", [f"Ask {PASSAGE}.", CUT])
@pytest.mark.parametrize("comes_first", [True, False])
def test_samples_of_open_imports_lose_the_passage(redact, open_import, header, words, comes_first):
    if not comes_first:
        redact()
    import_record = open_import("A key area", words, header=header)
    if comes_first:
        assert "Baby Doe" in str(import_record.tables)
        redact()
        import_record.refresh_from_db()

    (found,) = import_record.tables
    assert found["columns"][2]["samples"][-1] == "A key area"
    assert "Baby" not in str(found)


def test_words_that_were_not_redacted_stay_in_a_table_that_comes_again(suggestion, redact, upload):
    redact()

    row = upload(WORDS.replace("Baby Doe", "Nobody"), number=51).rows.get()

    assert row.cells["why_important"] == WORDS.replace("Baby Doe", "Nobody")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"field": "number"}, "Choose one of the four columns"),
        ({"reason": " "}, "Give the reason"),
        ({"passage": " "}, "does not stand in that column"),
        ({"passage": "Baby Deer"}, "does not stand in that column"),
        ({"field": "key_area"}, "does not stand in that column"),
        ({"reason": f"It is {PASSAGE}."}, "without repeating the passage"),
    ],
)
def test_redaction_that_breaks_a_rule_changes_nothing(
    demonstration, suggestion, redact, values, sentence
):
    length = history_length(demonstration)

    with pytest.raises(RuleBroken, match=sentence):
        redact(**values)

    assert Suggestion.objects.get(pk=suggestion.pk).why_important == WORDS
    assert (Redaction.objects.count(), history_length(demonstration)) == (0, length)


@pytest.mark.parametrize("passage", ["[redacted]", "redacted", "Ask [redacted]"])
def test_mark_is_not_redacted_again(redact, passage):
    redact()

    with pytest.raises(RuleBroken, match="redacted already"):
        redact(passage=passage)

    assert Redaction.objects.count() == 1


def test_original_is_on_the_keeper_s_page_alone(demonstration, suggestion, redact, client_as):
    redact()
    row = suggestion.import_row
    names = [
        ("stakeholders:suggestion_list",),
        ("stakeholders:suggestion_detail", 51),
        ("stakeholders:suggestion_file", 51),
        ("stakeholders:suggestion_redact", 51),
        ("stakeholders:import_list",),
        ("stakeholders:import_detail", row.import_record_id),
        ("home:topic_detail",),
        ("stakeholders:identity_list",),
    ]
    pages = {name: client_as("lead").get(address(name, *more)) for name, *more in names}

    holding = [name for name, page in pages.items() if PASSAGE in words_of(page)]

    assert holding == ["stakeholders:identity_list"]
    detail = words_of(pages["stakeholders:suggestion_detail"])
    assert "Ask [redacted] again. Then ask [redacted]." in detail
    assert "Tomasz Steerforth: It names a child." in detail


def test_paper_prints_the_mark(demonstration, suggestion, redact):
    redact()

    printed = to_json(read_paper(demonstration).document)

    assert "Ask [redacted]" in str(printed)
    assert "999 123 4567" not in str(printed)


def test_import_with_a_redacted_suggestion_is_not_undone(suggestion, redact, lead):
    redact()

    with pytest.raises(RuleBroken, match="redacted in part"):
        actions.undo_import(import_record=suggestion.import_row.import_record, by=lead)

    assert Suggestion.objects.filter(pk=suggestion.pk).exists()


def test_page_redacts_and_says_so(suggestion, client_as):
    sent = {"field": "why_important", "passage": PASSAGE, "reason": "It names a child."}
    page_address = address("stakeholders:suggestion_redact", 51)

    page = client_as("analyst").post(page_address, sent, follow=True)

    assert "The passage is redacted." in words_of(page)
    assert PASSAGE not in page.content.decode()
    wrong = client_as("analyst").post(page_address, sent)
    assert (wrong.status_code, errors_of(wrong)) == (
        422,
        ["This passage does not stand in that column: copy it from there to the letter."],
    )
