"""What everyone reads without signing in: pages that stay, files, JSON of the documented shape."""

import json
from datetime import UTC, date, datetime
from html import unescape

import fastjsonschema
import pytest
from django.urls import reverse

from qsdev.builds.tests.sound import assert_sound
from qsdev.publication import actions
from qsdev.publication.builder.standard import preview_document, standard_document
from qsdev.publication.content import public_content
from qsdev.publication.exports import standard_data
from qsdev.publication.tests.material import publish
from qsdev.publication.tests.test_publishing import removed, reworded

PARTS = (
    "Rationale",
    "Quality measures",
    "Numerator",
    "What the quality statement means for different audiences",
    "People who use services",
    "Source guidance",
    "Definitions of terms",
    "Equality and diversity considerations",
)


@pytest.fixture
def anyone(client_as):
    """Reads a public page as somebody without an account: its status and its words."""
    client = client_as(None)

    def read(name, *words):
        answer = client.get(reverse(f"publication:{name}", args=words))
        return answer.status_code, unescape(answer.content.decode())

    return read


def test_everyone_reads_the_standard_and_each_statement(standard, anyone):
    assert standard.title in anyone("standard_list")[1]
    status, page = anyone("standard_detail", "QS133")
    assert (status, "Children have subject 1 looked at." in page) == (200, True)
    status, page = anyone("published_statement_detail", "QS133", 1)
    assert status == 200
    assert [part for part in PARTS if part not in page] == []


def test_page_can_be_asked_for_its_head_alone(standard, client_as):
    answer = client_as(None).head(reverse("publication:standard_detail", args=["QS133"]))
    assert (answer.status_code, answer.content) == (200, b"")


def test_sign_in_page_leads_everyone_to_what_is_published(client):
    page = client.get(reverse("accounts:sign_in")).content.decode()
    assert reverse("publication:standard_list") in page


def test_address_is_found_however_its_letters_are_written(standard, anyone):
    assert anyone("standard_detail", "qs133")[0] == 200


def test_nothing_is_found_before_it_is_published(topic, anyone):
    assert anyone("standard_detail", "QS133")[0] == 404
    assert "No standard is published yet" in anyone("standard_list")[1]


def test_changes_are_not_shown_before_they_are_published(standard, people, anyone):
    reworded(standard.topic, people, "Children have something else.")
    assert "something else" not in anyone("published_statement_detail", "QS133", 1)[1]
    publish(standard.topic, people, note="Clearer.")
    assert "something else" in anyone("published_statement_detail", "QS133", 1)[1]


def test_removed_statement_s_address_says_what_replaced_it(standard, people, anyone):
    removed(standard.topic, people, 1, replaced_by=2)
    publish(standard.topic, people)
    status, page = anyone("published_statement_detail", "QS133", 1)
    assert status == 200
    assert "was removed from the standard" in page
    assert reverse("publication:published_statement_detail", args=["QS133", 2]) in page


def test_number_that_never_was_is_not_found(standard, anyone):
    assert anyone("published_statement_detail", "QS133", 9)[0] == 404


def test_earlier_version_says_that_another_followed(standard, people, anyone):
    reworded(standard.topic, people, "Children have something else.")
    publish(standard.topic, people, note="Clearer.")
    status, page = anyone("standard_version_detail", "QS133", 1)
    assert status == 200
    assert "Version 2 has followed" in page
    assert "something else" not in page
    assert "Clearer." in anyone("standard_versions", "QS133")[1]


def test_earlier_version_can_be_withdrawn_with_all_that_was_said_of_it(standard, people, anyone):
    reworded(standard.topic, people, "Children have something else.")
    second = publish(standard.topic, people, note="Clearer.")
    actions.withdraw_standard(standard=second, reason="Too early.", by=people["lead"])
    assert (
        "Version 2 followed, and was withdrawn" in anyone("standard_version_detail", "QS133", 1)[1]
    )
    actions.withdraw_standard(standard=standard, reason="A number is wrong.", by=people["lead"])
    assert anyone("standard_version_detail", "QS133", 1)[0] == 410
    page = anyone("standard_versions", "QS133")[1]
    assert ("Too early." in page, "A number is wrong." in page) == (True, True)
    assert ("Clearer." in page, "First publication." in page) == (False, False)


def test_withdrawn_standard_says_so_at_all_its_addresses(standard, people, anyone):
    actions.withdraw_standard(standard=standard, reason="A number is wrong.", by=people["lead"])
    for name, *words in (
        ("standard_detail",),
        ("published_statement_detail", 1),
        ("standard_whole",),
        ("standard_version_detail", 1),
        ("standard_download", "pdf"),
        ("standard_json",),
    ):
        status, page = anyone(name, "QS133", *words)
        assert (name, status, "A number is wrong." in page) == (name, 410, True)
        assert "subject 1" not in page


def test_files_are_fetched_once_they_are_built(standard, build_files, client_as):
    address = reverse("publication:standard_download", args=["QS133", "docx"])
    assert client_as(None).get(address).status_code == 404
    build_files(standard)
    answer = client_as(None).get(address)
    assert "QS133-version-1.docx" in answer.headers["Content-Disposition"]
    assert b"".join(answer.streaming_content).startswith(b"PK")


def test_json_has_the_shape_that_its_schema_documents(standard, people, anyone):
    conforms = fastjsonschema.compile(json.loads(anyone("standard_schema")[1]))
    removed(standard.topic, people, 1, replaced_by=2)
    publish(standard.topic, people)
    data = json.loads(anyone("standard_json", "QS133")[1])
    conforms(data)
    assert [one["number"] for one in data["statements"]] == [2]
    assert data["removed_statements"][0]["replaced_by"] == 2
    with pytest.raises(fastjsonschema.JsonSchemaException):
        conforms(data | {"exception_reason": "Not public."})


def test_moments_are_those_of_nice_s_own_clock(standard):
    standard.published_at = datetime(2016, 10, 12, 23, 5, 30, 7, tzinfo=UTC)
    published_at = standard_data(standard, str)["published_at"]
    assert published_at == "2016-10-13T00:05:30+01:00"
    assert standard_document(standard).date == date(2016, 10, 13)


def test_withdrawn_json_has_its_shape_too(standard, people, anyone):
    conforms = fastjsonschema.compile(json.loads(anyone("standard_schema")[1]))
    actions.withdraw_standard(standard=standard, reason="Wrong.", by=people["lead"])
    assert conforms(json.loads(anyone("standard_json", "QS133")[1]))["reason_withdrawn"] == "Wrong."


def test_document_is_sound_in_every_format(standard, people, tmp_path):
    removed(standard.topic, people, 2, replaced_by=1)
    second = publish(standard.topic, people, note="Statement 2 is gone.")
    files = assert_sound(standard_document(second), tmp_path)
    page = files["html"].decode()
    assert "Statement 2 (Subject 2) was replaced by statement 1" in page
    assert "QS133" in page


def test_document_bears_the_day_on_which_it_is_published_where_nice_is(standard):
    standard.published_at = datetime(2016, 10, 12, 23, 30, tzinfo=UTC)
    assert standard_document(standard).date == date(2016, 10, 13)


def test_preview_is_marked_as_not_published(topic):
    document = preview_document(public_content(topic))
    assert document.footer == "Preview: not published"


def test_public_pages_take_few_queries(standard, client_as, django_assert_max_num_queries):
    client = client_as(None)
    for name, words in (("standard_detail", ()), ("published_statement_detail", (1,))):
        with django_assert_max_num_queries(4):
            client.get(reverse(f"publication:{name}", args=["QS133", *words]))
