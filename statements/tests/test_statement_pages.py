"""The statements' pages: drafting, the writing page, versions, and who may open what."""

from qsdev.demonstration.content import read_content
from qsdev.topics.tests.pages import address, count_queries, parsed, words_of
from statements import actions
from statements.models import QualityMeasure, QualityStatement
from statements.tests.test_statement_actions import process

NAMES = [one["person_name"] for one in read_content()["specialist_members"]]


def one(name, *more, number=1):
    return address(f"statements:{name}", number, *more)


def texts(statement, **changes):
    kept = ("short_title", "kind", "text", "rationale", "for_service_providers", "version")
    more = ("for_practitioners", "for_commissioners", "for_people", "equality")
    given = {name: getattr(statement, name) for name in (*kept, *more)}
    return given | {"reason": "Wording"} | changes


def test_list_teaches_before_the_first_and_names_areas_without_a_statement(prioritised, client_as):
    page = words_of(client_as("analyst").get(address("statements:statement_list")))

    assert "No statement is drafted yet" in page
    assert f"Prioritised areas without a statement {prioritised.title} Draft a statement" in page


def test_statement_is_drafted_on_the_page(prioritised, demonstration, client_as):
    client = client_as("analyst")
    other = demonstration.areas.exclude(pk=prioritised.pk).first()
    form = {"short_title": "Assessment", "kind": "standard"}
    refused = client.post(address("statements:statement_create"), form | {"area": other.pk})
    page = client.post(
        address("statements:statement_create"), form | {"area": prioritised.pk}, follow=True
    )

    assert "is not prioritised by the committee" in words_of(refused)
    assert page.redirect_chain[-1][0] == one("statement_edit")
    assert QualityStatement.objects.get().area == prioritised


def test_writing_page_has_all_that_the_statement_rests_on(drafted, client_as):
    page = client_as("analyst").get(one("statement_edit"))
    words = words_of(page)

    for expected in (
        "Services differ.",  # the decision
        "NICE NG26 Recommendation 1.3.2",
        "Suggestions filed here",
        "SCM1",
        "The statement is not written yet.",
    ):
        assert expected in words
    assert [name for name in NAMES if name in words] == []
    assert 'href="#id_text"' in page.content.decode()


def test_texts_are_saved_as_a_new_version_with_a_reason(drafted, client_as):
    client = client_as("analyst")
    silent = client.post(one("statement_edit"), texts(drafted, text="Children have.", reason=""))
    client.post(one("statement_edit"), texts(drafted, text="Children have an assessment."))
    versions = words_of(client.get(one("statement_versions")))

    assert silent.status_code == 422
    assert "Version 2 : Wording" in versions.replace("Version 2: ", "Version 2 : ")
    assert QualityStatement.objects.get().text == "Children have an assessment."


def test_second_of_two_writers_sees_both_texts(drafted, client_as):
    client = client_as("analyst")
    client.post(one("statement_edit"), texts(drafted, text="First text."))
    page = client.post(one("statement_edit"), texts(drafted, text="Second text."))

    assert "changed this after you opened it" in words_of(page)
    assert "First text." in words_of(page)
    assert "Second text." in page.content.decode()
    assert QualityStatement.objects.get().text == "First text."


def test_measures_sources_and_definitions_are_changed_on_their_pages(
    drafted, demonstration, client_as
):
    client = client_as("analyst")
    client.post(one("measure_create"), process(version=1))
    measure = QualityMeasure.objects.get()
    client.post(
        address("statements:measure_edit", measure.pk), process(version=2, text="Proportion two.")
    )
    recommendations = demonstration.development_sources.get().guideline.recommendations
    selected, other = recommendations.get(number="1.3.2"), recommendations.first()
    chosen = {"selected": [selected.pk], "others": [other.pk], "version": 3}
    client.post(one("source_choose"), chosen)
    term = demonstration.glossary_terms.first()
    client.post(one("definition_create"), {"glossary_term": term.pk, "version": 4})
    page = words_of(client.get(one("statement_detail")))

    for expected in (
        "Proportion two.",
        f"recommendation {other.number}",
        "recommendation 1.3.2",
        term.definition[:20],
    ):
        assert expected in page
    late = client.post(
        address("statements:measure_remove", measure.pk), {"version": 2}, follow=True
    )
    assert "changed this after you opened it" in words_of(late)
    assert QualityMeasure.objects.exists()
    client.post(address("statements:measure_remove", measure.pk), {"version": 5})
    assert not QualityMeasure.objects.exists()


def test_hidden_numerator_of_another_kind_is_not_sent(drafted, client_as):
    client_as("analyst").post(one("measure_create"), process(kind="outcome", version=1))

    assert (QualityMeasure.objects.get().kind, QualityMeasure.objects.get().numerator) == (
        "outcome",
        "",
    )


def test_redline_says_in_words_what_was_added_and_removed(drafted, write, client_as):
    write(drafted, text="Children have a plan.")
    write(drafted, text="Children have an education plan.")
    page = client_as("chair").get(one("version_detail", 3))

    assert "[added: " in page.content.decode()
    assert "<del>" in page.content.decode()
    assert "Changed since version 2" in words_of(page)
    against = words_of(client_as("chair").get(one("version_detail", 3) + "?against=1"))
    assert "Changed since version 1" in against


def test_version_is_restored_from_its_page(drafted, write, client_as):
    write(drafted, text="Good.")
    write(drafted, text="Bad.")
    client = client_as("analyst")
    client.post(one("version_restore", 2), {"version": 2})
    assert QualityStatement.objects.get().text == "Bad."
    client.post(one("version_restore", 2), {"version": 3})
    assert QualityStatement.objects.get().text == "Good."


def test_removed_statement_keeps_its_page_and_says_what_replaced_it(
    drafted, demonstration, prioritised, people, client_as
):
    actions.draft_statement(
        topic=demonstration, area=prioritised, short_title="Better", by=people["analyst"]
    )
    client = client_as("analyst")
    second = demonstration.statements.get(number=2)
    client.post(
        one("statement_remove"), {"reason": "Merged.", "replaced_by": second.pk, "version": 1}
    )
    page = words_of(client.get(one("statement_detail")))
    listed = words_of(client.get(address("statements:statement_list")))

    assert "Merged. Replaced by statement 2" in page
    assert "Replaced by statement 2." in listed
    assert client.get(one("statement_edit")).status_code == 302


def test_buttons_put_statements_in_order(drafted, demonstration, prioritised, people, client_as):
    actions.draft_statement(
        topic=demonstration, area=prioritised, short_title="Second", by=people["analyst"]
    )
    client_as("analyst").post(one("statement_move", number=2), {"up": "1"})

    assert [row.number for row in demonstration.statements.current()] == [2, 1]


def test_markdown_of_a_statement_runs_nothing(drafted, write, client_as):
    write(drafted, rationale="<script>alert(1)</script> [a](javascript:alert(1))")
    page = client_as("analyst").get(one("statement_detail")).content.decode()

    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_drafts_are_for_the_team_and_the_chair(drafted, client_as):
    for key in ("lay_member", "observer", "administrator"):
        assert client_as(key).get(one("statement_detail")).status_code == 403
    assert client_as("chair").get(one("statement_detail")).status_code == 200
    assert client_as("chair").get(one("statement_edit")).status_code == 403


def test_list_takes_as_many_queries_for_one_statement_as_for_five(
    drafted, demonstration, prioritised, people, client_as
):
    client = client_as("analyst")
    page = address("statements:statement_list")
    few = count_queries(client, page)
    for number in range(2, 6):
        made = actions.draft_statement(
            topic=demonstration, area=prioritised, short_title=f"No {number}", by=people["analyst"]
        )
        actions.add_measure(statement=made, version=1, by=people["analyst"], **process())

    assert count_queries(client, page) == few


def test_measures_of_a_kind_have_buttons_that_change_their_order(drafted, people, client_as):
    for version, text in enumerate(("Proportion A.", "Proportion B."), start=1):
        actions.add_measure(
            statement=drafted, version=version, by=people["analyst"], **process(text=text)
        )
    actions.add_measure(
        statement=drafted, version=3, kind="outcome", text="Alone.", by=people["analyst"]
    )
    page = parsed(client_as("analyst").get(one("statement_edit")))
    first, second = drafted.measures.filter(kind="process")

    for measure, buttons in ((first, ["down"]), (second, ["up"])):
        form = f"//form[@action='{address('statements:measure_move', measure.pk)}']"
        assert page.xpath(f"{form}//button/@name") == buttons
    assert len(page.xpath("//form[contains(@action,'/move/')]")) == 2
    client_as("analyst").post(
        address("statements:measure_move", second.pk), {"version": 4, "up": "1"}
    )
    assert [each.text for each in drafted.measures.filter(kind="process")] == [
        "Proportion B.",
        "Proportion A.",
    ]
