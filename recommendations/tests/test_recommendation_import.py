"""Importing in a browser: the preview writes nothing, confirming does what it showed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from recommendations.forms.sources import RecommendationImportForm
from recommendations.models import DevelopmentSource, Guideline, Recommendation
from recommendations.tests.conftest import PRINTED
from recommendations.tests.page_text import errors_of, numbers_shown, parsed_page, words_of


@pytest.fixture
def declared(topic, guideline):
    """The guideline as the topic's source, without recommendations."""
    return DevelopmentSource.objects.create(topic=topic, guideline=guideline)


@pytest.fixture
def address(topic):
    return reverse("recommendations:recommendation_import", args=[topic.slug])


def confirm(pages, preview, topic, guideline, **more):
    checked = parsed_page(preview).xpath("//input[@name='checked']/@value")[0]
    address = reverse("recommendations:recommendation_confirm", args=[topic.slug, guideline.pk])
    return pages.post(address, {"checked": checked, **more}, follow=True)


def test_preview_shows_everything_and_writes_nothing(pages, address, declared):
    page = pages.post(address, {"guideline": declared.guideline_id, "text": PRINTED})

    assert numbers_shown(page) == ["1.1.9", "1.3.1 Key priority", "1.3.10", "Research 1"]
    assert "Import 4 recommendations" in words_of(page, "main")
    assert not Recommendation.objects.exists()


def test_confirming_imports_what_was_shown(pages, address, declared, topic, guideline):
    file = SimpleUploadedFile("ng26.txt", PRINTED.encode())
    preview = pages.post(address, {"guideline": guideline.pk, "file": file})

    page = confirm(pages, preview, topic, guideline)

    assert "NG26 (2015): 4 added, 0 replaced, 0 left as they were." in words_of(page, "main")
    assert Recommendation.objects.count() == 3


def test_confirming_twice_changes_nothing_more(pages, address, declared, topic, guideline):
    preview = pages.post(address, {"guideline": guideline.pk, "text": PRINTED})
    confirm(pages, preview, topic, guideline)

    page = confirm(pages, preview, topic, guideline)

    assert "0 added, 0 replaced, 4 left as they were" in words_of(page, "main")


def test_problems_are_shown_with_their_places_and_cannot_be_confirmed(pages, address, declared):
    text = "NICE NG26 Recommendation 1.1.1\n\nBe kind.\n"

    page = pages.post(address, {"guideline": declared.guideline_id, "text": text})

    assert page.status_code == 422
    assert "line 1: Recommendation 1.1.1 stands under no section" in words_of(page, "main")
    assert parsed_page(page).xpath("//input[@name='checked']") == []


def test_other_text_is_shown_beside_the_stored_and_replaced_on_demand(
    pages, address, source, topic, guideline
):
    text = PRINTED.replace("Refer to", "Send to")
    preview = pages.post(address, {"guideline": guideline.pk, "text": text})
    assert "Stored: Refer to a service" in words_of(preview, "table")

    confirm(pages, preview, topic, guideline, replace="1")

    assert Recommendation.objects.get(number="1.3.10").text.startswith("Send to")


def test_guideline_that_changed_since_the_preview_is_shown_again(
    pages, address, declared, topic, guideline
):
    preview = pages.post(address, {"guideline": guideline.pk, "text": PRINTED})
    other = pages.post(
        address, {"guideline": guideline.pk, "text": PRINTED.replace("Refer to", "Send to")}
    )
    confirm(pages, other, topic, guideline)

    page = confirm(pages, preview, topic, guideline)

    assert "Nothing was imported: the guideline changed" in words_of(page, "main")
    assert Recommendation.objects.get(number="1.3.10").text.startswith("Send to")


def test_checked_text_that_was_tampered_with_is_refused(pages, declared, topic, guideline):
    address = reverse("recommendations:recommendation_confirm", args=[topic.slug, guideline.pk])

    page = pages.post(address, {"checked": "x:y:z"}, follow=True)

    assert "check the file again" in words_of(page, "main")
    assert not Recommendation.objects.exists()


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({}, "Choose a file, or paste the text below"),
        ({"text": "Nothing of the kind."}, "No recommendation was found in “pasted text.txt”."),
    ],
)
def test_nothing_to_read_is_said(pages, address, declared, asked, sentence):
    page = pages.post(address, {"guideline": declared.guideline_id, **asked})

    assert errors_of(page)[0].startswith(sentence)


def test_broken_file_is_refused_with_a_sentence(pages, address, declared):
    file = SimpleUploadedFile("ng26.xlsx", b"PK\x03\x04 not a workbook")

    page = pages.post(address, {"guideline": declared.guideline_id, "file": file})

    assert "ng26.xlsx" in errors_of(page)[0]


def test_guideline_of_another_topic_cannot_be_imported_into(pages, topic, guideline):
    address = reverse("recommendations:recommendation_confirm", args=[topic.slug, guideline.pk])

    assert pages.post(address, {"checked": "x"}).status_code == 404


def test_topic_without_source_is_told_to_declare_one(pages, address):
    assert "Declare the one that this topic rests on first" in words_of(pages.get(address), "main")


def test_new_source_is_declared(pages, topic):
    address = reverse("recommendations:source_declare", args=[topic.slug])
    asked = {"reference": "ng26", "edition": "2015", "title": "Attachment difficulties"}

    pages.post(address, {"guideline": "another", **asked})

    source = topic.development_sources.get()
    assert (source.guideline.reference, source.is_further) == ("NG26", False)


def test_known_source_is_declared_as_a_further_one(pages, topic, guideline):
    address = reverse("recommendations:source_declare", args=[topic.slug])

    pages.post(address, {"guideline": guideline.pk, "is_further": "on"})

    assert topic.development_sources.get(is_further=True).guideline == guideline


def test_new_source_without_its_facts_is_asked_for_them(pages, topic):
    address = reverse("recommendations:source_declare", args=[topic.slug])

    page = pages.post(address, {"guideline": "another"})

    assert errors_of(page) == [
        "Enter the guideline’s reference",
        "Enter the guideline’s year",
        "Enter the guideline’s title",
    ]
    assert not Guideline.objects.exists()


def test_file_that_is_too_large_is_never_read_into_memory(topic, guideline, declared):
    file = SimpleUploadedFile("ng26.txt", PRINTED.encode())
    file.size = 50 * 1024 * 1024 + 1
    form = RecommendationImportForm({"guideline": guideline.pk}, {"file": file}, topic=topic)
    assert form.errors["file"] == ["The file is larger than 50 MB: choose a smaller one"]
