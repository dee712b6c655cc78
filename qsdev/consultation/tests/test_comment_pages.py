"""The pages of a consultation: what they show, whom they let in, and that lists stay quick."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from qsdev.consultation import actions
from qsdev.consultation.tests.material import five_comments, organisations, uploaded


def url(round, name, *words):
    return reverse(f"consultation:{name}", args=[round.topic.slug, *words])


def text_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def analyst(client_as):
    return client_as("analyst")


def test_import_by_pages_says_what_the_button_will_do(round, client_as, read_by_worker):
    client = client_as("administrator")
    uploaded(client, round, five_comments() + "Nobody has heard of us,1,Good.\n")
    read_by_worker()
    import_record = round.comment_imports.get()
    page = text_of(client, url(round, "comment_import_rows", import_record.pk))
    assert "Import 5 comments and refuse 1" in page
    assert page.index("Nobody has heard of us") < page.index("Nothing is imported yet")
    confirm = url(round, "comment_import_confirm", import_record.pk)
    client.post(confirm, {"version": import_record.version})
    assert round.comments.count() == 5
    done = text_of(client, url(round, "comment_import_detail", import_record.pk))
    assert "Unregistered organisation" in done


def test_row_is_corrected_where_it_is_shown(round, imports, client_as):
    client = client_as("administrator")
    row = imports("Organisation,Statement,Comment\nWho,1,Good.\n").rows.get()
    client.post(url(round, "comment_row_correct", row.pk), {"organisation": organisations()[0]})
    row.refresh_from_db()
    assert (row.has_problem, row.corrections) == (False, {"organisation": organisations()[0]})


def test_workbench_goes_from_comment_to_comment(round, comments, analyst):
    start = analyst.get(url(round, "comments"), {"statement": comments[0].statement_id})
    assert f"/comments/1/?state=open&statement={comments[0].statement_id}" in start["Location"]
    sent = analyst.post(
        start["Location"],
        {"theme": "", "new_theme": "Data", "answer": "", "answer_state": "none", "version": 1},
    )
    assert "/comments/3/" in sent["Location"]
    comments[0].refresh_from_db()
    assert comments[0].theme.title == "Data"


def test_filters_show_what_they_say(round, comments, analyst):
    for filters, numbers in (
        ("state=&words=denominator", "1"),
        ("state=&statement=general", "5"),
        ("state=none", "1,2,3,4,5"),
        ("theme=none", "1,2,3,4,5"),
        ("assignee=nobody", "1,2,3,4,5"),
        ("state=&question=99999", "1,2,3,4,5"),
    ):
        page = text_of(analyst, f"{url(round, 'comment_theme_together')}?{filters}")
        assert f'name="numbers" value="{numbers}"' in page, filters
    assert "No comment" in text_of(analyst, f"{url(round, 'comment_theme_together')}?state=agreed")


def test_bulk_theming_lists_what_it_touches_and_does_just_that(round, comments, analyst):
    here = url(round, "comment_theme_together")
    page = text_of(analyst, f"{here}?number=2&number=4")
    assert "Put 2 comments there" in page
    analyst.post(here, {"numbers": "2,4", "new_theme": "Data", "theme": ""})
    assert list(round.themes.get().comments.values_list("number", flat=True)) == [2, 4]


def test_second_editor_sees_both_texts(round, comments, people, analyst):
    actions.answer_comment(
        comment=comments[0],
        theme=None,
        version=1,
        answer="Theirs.",
        answer_state="drafted",
        assignee=None,
        by=people["lead"],
    )
    sent = {"theme": "", "answer": "Mine.", "answer_state": "drafted", "version": 1}
    page = analyst.post(url(round, "comment_detail", 1), sent)
    assert page.status_code == 422
    assert "Theirs." in page.content.decode()
    assert "Mine." in page.content.decode()


def test_lists_take_as_many_queries_with_many_rows(round, imports, people, analyst):
    names = organisations(3)
    rows = [f"{names[n % 3]},{n % 4 + 1},Comment {n}.\n" for n in range(40)]
    import_record = imports("Organisation,Statement,Comment\n" + "".join(rows))
    actions.confirm_import(
        import_record=import_record, version=import_record.version, by=people["administrator"]
    )
    analyst.get(url(round, "comments"))  # the session's first request writes
    for name, words in (("comment_detail", [2]), ("theme_list", []), ("respondent_list", [])):
        one = count_queries(analyst, f"{url(round, name, *words)}?words=Comment+1.")
        many = count_queries(analyst, f"{url(round, name, *words)}?state=")
        assert (name, many) == (name, one)


def count_queries(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_reader_sees_the_draft_and_nothing_of_the_comments(round, comments, client_as):
    page = text_of(client_as("observer"), url(round, "consultation_detail"))
    assert "Statement 1: " in page
    assert "agreed response" not in page
    assert client_as("observer").get(url(round, "comment_detail", 1)).status_code == 403


def test_another_topics_comment_is_not_found(round, comments, analyst):
    assert analyst.get(url(round, "comment_detail", 99)).status_code == 404


def test_redacted_passage_stands_on_the_leads_page_alone(round, comments, people, client_as):
    actions.redact_comment(
        comment=comments[0], passage="too many", reason="Private.", by=people["analyst"]
    )
    here = url(round, "redaction_list")
    assert "too many" in text_of(client_as("lead"), here)
    assert client_as("analyst").get(here).status_code == 403
    detail = text_of(client_as("lead"), url(round, "comment_detail", 1))
    assert "too many" not in detail


def test_code_is_shown_once(round, client_as, people):
    organisation = round.topic.suggestions.first().stakeholder
    sent = client_as("analyst").post(
        url(round, "code_create"), {"stakeholder": organisation.pk, "kind": "lead"}
    )
    code = round.access_codes.get()
    assert "never shown again" in sent.content.decode()
    assert code.code_hash not in sent.content.decode()
    assert text_of(client_as("analyst"), url(round, "respondent_list")).count("End it") == 1


def test_administrator_is_led_to_the_imports_and_the_team_to_the_consultation(round, client_as):
    imports = reverse("consultation:comment_import_list", args=[round.topic.slug])
    page = client_as("administrator").get(imports).content.decode()
    assert f'href="{imports}"' in page
    assert ">Consultation</a>" not in page
    page = client_as("analyst").get(reverse("home:topic_detail", args=[round.topic.slug]))
    assert f'href="{imports}"' not in page.content.decode()


def test_new_theme_is_not_left_behind_where_the_rest_is_refused(round, comments, people, analyst):
    sent = {"theme": "", "new_theme": "Data", "answer": "Mine.", "answer_state": "drafted"}
    here = url(round, "comment_detail", 1)
    actions.redact_comment(
        comment=comments[0], passage="too many", reason="Private.", by=people["lead"]
    )
    page = analyst.post(here, sent | {"version": 1})
    assert (page.status_code, round.themes.count()) == (422, 0)
    comments[0].refresh_from_db()
    analyst.post(here, sent | {"version": comments[0].version})
    assert round.themes.get().comments.get() == comments[0]


def test_theme_of_the_same_title_in_other_letters_is_refused(round, comments, analyst):
    here = url(round, "comment_theme_together")
    analyst.post(here, {"numbers": "2,4", "new_theme": "Data", "theme": ""})
    page = analyst.post(here, {"numbers": "3", "new_theme": "data", "theme": ""})
    assert "There is a theme of that title already" in page.content.decode()
    assert round.themes.get().comments.count() == 2


def test_redaction_reaches_disclosures_and_responses_to_other_comments(round, comments, people):
    by = people["analyst"]
    response = comments[0].response
    type(response).objects.filter(pk=response.pk).update(
        has_tobacco_links=True, tobacco_links="Jane Doe holds shares."
    )
    others = comments[4].response  # what another organisation said is redacted by itself
    type(others).objects.filter(pk=others.pk).update(
        has_tobacco_links=True, tobacco_links="Jane Doe is our trustee."
    )
    answer = {"answer": "Jane Doe is right.", "answer_state": "drafted", "assignee": None}
    actions.answer_comment(comment=comments[3], theme=None, version=1, by=by, **answer)
    comments[0].refresh_from_db()
    redaction = actions.redact_comment(
        comment=comments[0], passage="Jane Doe", reason="A private person.", by=by
    )
    response.refresh_from_db()
    comments[3].refresh_from_db()
    others.refresh_from_db()
    assert redaction.passage == "Jane Doe"
    assert others.tobacco_words == "Jane Doe is our trustee."
    assert response.tobacco_words == "[redacted] holds shares."
    assert (comments[3].answer, comments[3].version) == ("[redacted] is right.", 3)


def test_redacted_disclosure_goes_from_every_row_that_gave_it(round, imports, people):
    name, by = organisations()[0], people["analyst"]
    rows = "".join(f"{name},{n},Jane Doe said {n}.,Yes,Jane Doe\n" for n in (1, 2))
    import_record = imports(
        f"Organisation,Statement,Comment,Has tobacco links,Details of tobacco links\n{rows}"
    )
    actions.confirm_import(import_record=import_record, version=import_record.version, by=by)
    first = round.comments.order_by("number").first()
    actions.redact_comment(comment=first, passage="Jane Doe", reason="A private person.", by=by)
    cells = [row.cells for row in import_record.rows.order_by("position")]
    assert [one["tobacco_details"] for one in cells] == ["[redacted]"] * 2
    assert [one["comment"] for one in cells] == ["[redacted] said 1.", "Jane Doe said 2."]
