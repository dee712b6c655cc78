"""Confirming an import: once, with what was seen, and undone while nothing depends on it."""

import pytest

from qsdev.audit.models import Event
from qsdev.errors import RuleBroken
from qsdev.topics import actions as topic_actions
from stakeholders import actions
from stakeholders.models import Filing, Import, ImportState, Suggestion
from stakeholders.tests.conftest import codes

GOOD = [
    (1, "Middlesex University", "Assessment", "Because", "Indeed", "NG26"),
    (2, "SCM1", "Schools", "So that", "", ""),
]
WITHOUT_NAME = (3, "", "Foster carers", "They need it", "", "")


def test_rows_become_suggestions_word_for_word(confirm):
    confirm((7, "SCM 1", " “Quoted”  words\\t", "a\\n", "π", "x"))
    suggestion = Suggestion.objects.get()
    assert (suggestion.number, suggestion.id_in_table) == (7, "7")
    assert (suggestion.stakeholder.name, suggestion.key_area) == ("SCM1", "“Quoted”  words\\t")
    assert suggestion.import_row.position == 1


def test_rows_with_problems_are_left_out_and_stay_listed(confirm):
    import_record = confirm(*GOOD, WITHOUT_NAME)
    assert Suggestion.objects.count() == 2
    assert [row.cells["number"] for row in import_record.rows.left_out()] == ["3"]


def test_the_upload_is_deleted_once_confirmed(confirm, media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        import_record = confirm(*GOOD)
    assert import_record.upload.name == ""
    assert list(media.rglob("*.*")) == [path for path in media.rglob("*") if path.is_file()] == []


def test_an_import_is_confirmed_once(confirm, analyst):
    import_record = confirm(*GOOD)
    with pytest.raises(RuleBroken, match="ended already: Imported"):
        actions.confirm_import(
            import_record=import_record, version=import_record.version, by=analyst
        )
    assert Suggestion.objects.count() == 2


def test_confirming_goes_back_to_the_preview_when_the_register_has_changed(start, analyst):
    import_record = start(*GOOD, (3, "Unheard Of Trust", "Sleep", "x", "", ""))
    actions.add_stakeholder(name="Unheard Of Trust", abbreviation="UOT", by=analyst)
    with pytest.raises(actions.ChangedSincePreview, match="Look at them again"):
        actions.confirm_import(
            import_record=import_record, version=import_record.version, by=analyst
        )
    import_record.refresh_from_db()
    assert import_record.state == ImportState.CHECKING
    assert (Suggestion.objects.count(), import_record.rows.ready().count()) == (0, 3)
    actions.confirm_import(import_record=import_record, version=import_record.version, by=analyst)
    assert Suggestion.objects.count() == 3


def test_confirming_goes_back_to_the_preview_when_numbers_were_taken(start, confirm, analyst):
    import_record = start((1, "SCM2", "Something else", "", "", ""))
    confirm(*GOOD)
    with pytest.raises(actions.ChangedSincePreview):
        actions.confirm_import(
            import_record=import_record, version=import_record.version, by=analyst
        )
    import_record.refresh_from_db()
    assert codes(import_record) == {1: ["id_taken"]}


def test_a_form_sent_before_the_last_change_confirms_nothing(start, analyst):
    import_record = start(*GOOD, WITHOUT_NAME)
    seen = import_record.version
    row = import_record.rows.get(position=3)
    actions.correct_row(row=row, corrections={"stakeholder": "PIP UK"}, by=analyst)
    with pytest.raises(actions.ChangedSincePreview):
        actions.confirm_import(import_record=import_record, version=seen, by=analyst)
    assert Suggestion.objects.count() == 0


def test_a_taken_id_gives_the_next_free_number(confirm):
    confirm(*GOOD)
    confirm((2, "SCM2", "Something else", "", "", ""), (9, "SCM2", "More", "", "", ""))
    assert list(Suggestion.objects.values_list("number", "id_in_table")) == [
        (1, "1"),
        (2, "2"),
        (9, "9"),
        (10, "2"),
    ]


def test_the_same_file_again_is_noticed_and_adds_nothing(start, confirm, analyst):
    confirm(*GOOD)
    again = start(*GOOD)
    assert codes(again) == {1: ["already_imported"], 2: ["already_imported"]}
    assert [notice["code"] for notice in again.notices] == ["same_file"]
    assert again.notices[0]["message"].startswith("Priya Shah imported this very file on ")
    with pytest.raises(RuleBroken, match="No row can be imported"):
        actions.confirm_import(import_record=again, version=again.version, by=analyst)
    assert Suggestion.objects.count() == 2


def test_a_later_table_adds_only_what_is_new(confirm):
    confirm(*GOOD)
    later = confirm(*GOOD, (3, "PIP UK", "New", "x", "", ""))
    assert Suggestion.objects.count() == 3
    assert later.rows.left_out().count() == 0
    assert [row.settled_reason[:30] for row in later.rows.filter(suggestion=None)] == [
        "This row is in the topic alrea"
    ] * 2


def test_rows_are_filed_under_headings_only_when_asked(start, topic, analyst):
    area = topic_actions.add_area(topic=topic, title="Schools", by=analyst)
    header = ("ID", "Stakeholder", "Key area", "Why important", "Why a key area", "Heading")
    for file_it in (False, True):
        number = 1 + file_it
        rows = [[number, "SCM1", f"A{number}", "b", "c", "SCHOOLS"]]
        lines = ["\t".join(map(str, row)) for row in [header, *rows]]
        import_record = start(file="\n".join(lines).encode())
        actions.confirm_import(
            import_record=import_record,
            version=import_record.version,
            by=analyst,
            files_under_headings=file_it,
        )
    assert list(Filing.objects.values_list("suggestion__number", "area", "is_own")) == [
        (2, area.pk, True)
    ]


def test_undoing_takes_suggestions_and_filings_back(confirm, topic, analyst):
    import_record = confirm(*GOOD)
    area = topic_actions.add_area(topic=topic, title="Schools", by=analyst)
    actions.file_suggestion(suggestion=Suggestion.objects.first(), area=area, by=analyst)
    actions.undo_import(import_record=import_record, by=analyst)
    assert (Suggestion.objects.count(), Filing.objects.count()) == (0, 0)
    assert (import_record.state, import_record.rows.count()) == (ImportState.UNDONE, 2)


def test_an_import_that_a_summary_cites_cannot_be_undone(confirm, topic, analyst):
    import_record = confirm(*GOOD)
    area = topic_actions.add_area(topic=topic, title="Schools", by=analyst)
    actions.write_summary(area=area, text="They ask for it [S2].", by=analyst)
    with pytest.raises(RuleBroken, match="cited in summaries: suggestion 2"):
        actions.undo_import(import_record=import_record, by=analyst)
    import_record.refresh_from_db()
    assert (Suggestion.objects.count(), import_record.state) == (2, ImportState.CONFIRMED)


def test_a_redacted_import_cannot_be_undone(confirm, analyst):
    import_record = confirm(*GOOD)
    actions.redact_passage(
        suggestion=Suggestion.objects.get(number=1),
        field="why_important",
        passage="Because",
        reason="A private person",
        by=analyst,
    )
    with pytest.raises(RuleBroken, match="redacted in part: suggestion 1"):
        actions.undo_import(import_record=import_record, by=analyst)


def test_a_row_left_out_joins_the_import_once_it_is_corrected(confirm, analyst):
    import_record = confirm(*GOOD, WITHOUT_NAME)
    row = import_record.rows.left_out().get()
    with pytest.raises(RuleBroken, match="Enter the stakeholder’s name"):
        actions.import_left_out_row(row=row, by=analyst)
    actions.correct_row(row=row, corrections={"stakeholder": "PIP UK"}, by=analyst)
    suggestion = actions.import_left_out_row(row=row, by=analyst)
    assert (suggestion.number, suggestion.stakeholder.abbreviation) == (3, "PIP UK")
    assert not import_record.rows.left_out().exists()
    assert Import.objects.count() == 1


def test_a_row_left_out_is_open_until_a_reason_settles_it(confirm, analyst):
    import_record = confirm(*GOOD, WITHOUT_NAME)
    row = import_record.rows.left_out().get()
    with pytest.raises(RuleBroken, match="Give the reason"):
        actions.settle_left_out_row(row=row, reason=" ", by=analyst)
    actions.settle_left_out_row(row=row, reason="Nobody knows who sent it.", by=analyst)
    assert not import_record.rows.left_out().exists()


def test_abandoning_leaves_no_row_and_no_upload(
    start, analyst, media, django_capture_on_commit_callbacks
):
    import_record = start(*GOOD)
    assert len([path for path in media.rglob("*") if path.is_file()]) == 1
    with django_capture_on_commit_callbacks(execute=True):
        actions.abandon_import(import_record=import_record, by=analyst)
    assert [path for path in media.rglob("*") if path.is_file()] == []
    assert (import_record.rows.count(), import_record.state) == (0, ImportState.ABANDONED)


def test_history_says_who_imported_and_how_many(confirm, analyst):
    import_record = confirm(*GOOD)
    event = Event.objects.about(import_record).get(verb="confirmed_import")
    assert (event.actor_id, event.detail) == (analyst.pk, {"filed": 0, "imported": 2})


@pytest.mark.parametrize("count", [1, 30])
def test_confirming_takes_the_same_number_of_queries(
    start, analyst, count, django_assert_max_num_queries
):
    rows = [(n, "SCM1", f"Area {n}", "b", "c", "d") for n in range(1, count + 1)]
    import_record = start(*rows)
    with django_assert_max_num_queries(34):
        actions.confirm_import(
            import_record=import_record, version=import_record.version, by=analyst
        )
