"""What is found in rows, and how rows are corrected, left out and put back."""

import pytest

from qsdev.errors import EditCollision, RuleBroken
from stakeholders import actions
from stakeholders.models import ImportState
from stakeholders.tests.conftest import HEADER, codes, table

ROW = ("Assessment", "Why important", "Why a key area", "Support")


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([(1, "", *ROW)], {1: ["no_stakeholder"]}),
        ([(1, "Nobody Knows Trust", *ROW)], {1: ["unknown_stakeholder"]}),
        ([(1, "Royal College of Psychiatrist", *ROW)], {1: ["similar_stakeholder"]}),
        ([(1, "SCM9", *ROW)], {1: ["new_pseudonym"]}),
        ([(1, "Dr J Doe, SCM1", *ROW)], {1: ["scm_identity"]}),
        ([("x", "SCM1", *ROW)], {1: ["bad_id"]}),
        ([(1, "SCM1", *ROW), (1, "SCM2", *ROW)], {1: ["duplicate_id"], 2: ["duplicate_id"]}),
        ([(1, "SCM1", *ROW), (1, "SCM 1", *ROW)], {2: ["repeated_row"]}),
        ([(1, "SCM1", *ROW), (4, "SCM1", *ROW)], {2: ["id_gap"]}),
        ([(1, "Institute of Health (iHV)", *ROW)], {1: ["alias"]}),
        ([(1, "iHV (Institute of Health Visiting)", *ROW)], {}),
        ([(1, "Middlesex University (iHV)", *ROW)], {1: ["similar_stakeholder"]}),
        ([(1, "ihv", *ROW)], {}),
        ([(1, "Specialist committee member 2", *ROW)], {}),
        ([(1, "SCM1")], {1: ["empty_suggestion"]}),
        ([(1, "SCM1", "Key area for quality improvement 3", "x")], {1: ["form_label"]}),
        ([(1, "SCM1", "Assessment", "write to jo@example.org")], {1: ["personal_data"]}),
        ([(1, "SCM1", "Assessment", "NHS number 943 476 5919")], {1: ["personal_data"]}),
        ([(1, "SCM1", "Assessment", "telephone 943 476 5918")], {}),
        ([(n, "SCM1", *ROW) for n in range(1, 6)], {}),
        ([(n, "SCM1", *ROW) for n in range(1, 7)], {6: ["too_many_key_areas"]}),
    ],
)
def test_each_kind_of_finding(start, rows, found):
    assert codes(start(*rows)) == found


def test_a_row_without_heading_is_noticed_where_others_have_one(start):
    header = (*HEADER, "Heading")
    rows = [(1, "SCM1", *ROW, "Schools"), (2, "SCM1", *ROW, "")]
    assert codes(start(file=table(*rows, header=header))) in ({2: ["no_heading"]}, {})


def test_findings_name_row_and_column(start):
    (found,) = start((1, "", *ROW)).rows.get().findings
    assert (found["place"], found["message"]) == (
        "line 2, column 2",
        "Enter the stakeholder’s name.",
    )


def test_key_areas_of_earlier_imports_count(start, confirm):
    confirm(*[(n, "SCM1", *ROW) for n in range(1, 5)])
    (row,) = start((5, "SCM1", *ROW), (6, "SCM1", *ROW)).rows.exclude(findings=[])
    assert (row.position, row.warnings[0]["message"]) == (
        2,
        "SCM1 suggests 6 key areas; the exercise asks for at most 5.",
    )


def test_a_name_like_a_known_one_is_proposed_and_not_taken(start):
    (found,) = start((1, "Royal College of Psychiatrist", *ROW)).rows.get().findings
    assert "Did they mean Royal College of Psychiatrists?" in found["message"]
    assert len(found["proposals"]) == 1


def test_correcting_keeps_what_was_sent(start, analyst):
    import_record = start((1, "RC Psychiatry", *ROW))
    row = actions.correct_row(
        row=import_record.rows.get(),
        corrections={"stakeholder": "RCPsych"},
        reason="They told us.",
        by=analyst,
    )
    assert (row.cells["stakeholder"], row.values["stakeholder"]) == ("RC Psychiatry", "RCPsych")
    assert (row.has_problem, row.correction_reason, row.corrected_by) == (
        False,
        "They told us.",
        analyst,
    )


def test_words_of_the_contributor_cannot_be_corrected(start, analyst):
    row = start((1, "SCM1", *ROW)).rows.get()
    with pytest.raises(RuleBroken, match="words stay as they are"):
        actions.correct_row(row=row, corrections={"key_area": "Better"}, by=analyst)
    row.refresh_from_db()
    assert row.corrections == {}


def test_a_member_s_own_name_is_refused_as_a_correction(start, analyst):
    row = start((1, "", *ROW)).rows.get()
    with pytest.raises(RuleBroken, match="pseudonym alone"):
        actions.correct_row(row=row, corrections={"stakeholder": "SCM1 (Jane Doe)"}, by=analyst)


def test_registering_a_stakeholder_settles_its_rows(start, analyst):
    import_record = start((1, "Unheard Of Trust", *ROW), (2, "Unheard Of Trust", *ROW))
    actions.add_stakeholder(name="Unheard Of Trust", abbreviation="UOT", by=analyst)
    actions.check_import_again(import_record=import_record, by=analyst)
    assert codes(import_record) == {}


def test_leaving_one_of_two_out_settles_a_duplicate(start, analyst):
    import_record = start((1, "SCM1", *ROW), (1, "SCM2", *ROW))
    first = import_record.rows.first()
    actions.leave_out_rows(import_record=import_record, rows=[first], by=analyst)
    assert import_record.rows.ready().count() == 1
    actions.put_back_rows(import_record=import_record, rows=[first], by=analyst)
    assert codes(import_record) == {1: ["duplicate_id"], 2: ["duplicate_id"]}


def test_a_repeated_row_that_is_put_back_gets_a_number_of_its_own(start, analyst):
    import_record = start((1, "SCM1", *ROW), (1, "SCM1", *ROW))
    repeated = import_record.rows.get(is_left_out=True)
    actions.put_back_rows(import_record=import_record, rows=[repeated], by=analyst)
    import_record.refresh_from_db()
    actions.confirm_import(import_record=import_record, version=import_record.version, by=analyst)
    numbers = import_record.topic.suggestions.values_list("number", flat=True)
    assert list(numbers) == [1, 2]


def test_columns_can_be_matched_by_hand(start, analyst):
    header = ("Nr", "Wer", "Was", "Warum", "Wieso", "Woher")
    import_record = start(file=table((4, "SCM1", *ROW), header=header))
    assert import_record.state == ImportState.MATCHING
    columns = {"1": "stakeholder", "2": "key_area", "0": "number"}
    actions.match_columns(
        import_record=import_record,
        columns=columns,
        table=0,
        header_row=1,
        version=import_record.version,
        by=analyst,
    )
    (row,) = import_record.rows.all()
    assert row.cells == {"number": "4", "stakeholder": "SCM1", "key_area": "Assessment"}
    assert import_record.state == ImportState.CHECKING


def test_a_matching_without_stakeholder_is_refused(start, analyst):
    import_record = start((1, "SCM1", *ROW))
    with pytest.raises(RuleBroken, match="holds “Stakeholder”"):
        actions.match_columns(
            import_record=import_record,
            columns={"2": "key_area"},
            version=import_record.version,
            by=analyst,
        )


def test_a_matching_of_an_older_page_is_refused(start, analyst):
    import_record = start((1, "SCM1", *ROW))
    with pytest.raises(EditCollision):
        actions.match_columns(
            import_record=import_record,
            columns={"1": "stakeholder", "2": "key_area"},
            version=import_record.version - 1,
            by=analyst,
        )
