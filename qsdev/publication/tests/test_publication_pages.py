"""The team's pages of publication: what is missing, the preview, publishing and withdrawing."""

import pytest
from django.urls import reverse

from qsdev.jobs.models import Job
from qsdev.publication.models import STANDARD
from qsdev.publication.tests.test_publishing import reworded


@pytest.fixture
def lead(client_as, demonstration):
    """Reads and sends the pages of publication as the lead."""
    client = client_as("lead")

    def ask(name, *words, **sent):
        address = reverse(f"publication:{name}", args=[demonstration.slug, *words])
        return client.post(address, sent, follow=True) if sent else client.get(address)

    return ask


def shown(answer):
    return answer.content.decode()


def test_what_is_missing_leads_to_where_it_is_mended(demonstration, lead):
    page = shown(lead("publication_detail"))
    assert reverse("publication:plan_edit", args=[demonstration.slug]) in page
    assert "Draft a statement: there is none to publish." in page
    assert "Publish the standard" not in page


def test_plan_is_written_and_a_wrong_reference_is_refused(demonstration, lead):
    wrong = lead("plan_edit", reference="NG26", about="Children in care.", version="0")
    assert "Write the reference as QS and a number" in shown(wrong)
    lead("plan_edit", reference="qs133", about="Children in care.", version="0")
    assert demonstration.publication_plan.reference == "QS133"


def test_preview_shows_every_part_and_that_nothing_is_public(topic, lead):
    page = shown(lead("preview_detail"))
    assert "Nothing of it is public" in page
    assert "Children have subject 2 looked at." in page
    assert "Use an interpreter where one is needed." in page


def seen_hash(answer):
    return answer.context["form"]["content_hash"].value()


def publish_now(lead, **changes):
    """Send the form as it was shown."""
    sent = {
        "content_hash": seen_hash(lead("standard_publish")),
        "note": "First publication.",
        "reason_accepted": "Agreed by letter.",
    }
    return lead("standard_publish", **sent | changes)


def test_lead_publishes_what_was_looked_at(topic, lead):
    page = shown(publish_now(lead))
    assert "QS133, version 1 is published" in page
    assert reverse("publication:standard_detail", args=["QS133"]) in page


def test_change_after_the_look_comes_back_to_be_looked_at(topic, people, lead):
    seen = seen_hash(lead("standard_publish"))
    reworded(topic, people, "Children have something else.")
    answer = publish_now(lead, content_hash=seen)
    assert "Something changed since you looked at it" in shown(answer)
    assert "Children have something else." in shown(answer)
    assert answer.context["form"]["note"].value() == "First publication."
    assert seen_hash(answer) != seen
    assert not topic.published_standards.exists()


def test_changed_statement_is_said_to_be_not_yet_public(standard, people, lead):
    assert "Something has changed since" not in shown(lead("publication_detail"))
    reworded(standard.topic, people, "Children have something else.")
    assert "Something has changed since" in shown(lead("publication_detail"))


def test_lead_withdraws_with_a_reason(standard, lead):
    assert lead("standard_withdraw", 1, reason=" ").status_code == 422
    page = shown(lead("standard_withdraw", 1, reason="A number is wrong."))
    assert "is withdrawn" in page
    assert lead("standard_withdraw", 1).status_code == 404


def test_files_that_failed_are_asked_for_again(standard, lead):
    builds = standard.topic.document_builds.about(STANDARD, standard.pk)
    Job.objects.filter(pk=builds.get().job_id).update(state=Job.State.FAILED)
    assert "Its files could not be built" in shown(lead("publication_detail"))
    lead("files_build", 1, again="1")
    assert builds.count() == 2


def test_analyst_prepares_and_does_not_publish(topic, client_as):
    client = client_as("analyst")
    page = client.get(reverse("publication:publication_detail", args=[topic.slug]))
    assert "Publish the standard" not in page.content.decode()
    answer = client.get(reverse("publication:standard_publish", args=[topic.slug]))
    assert answer.status_code == 403


def test_chair_is_told_what_is_missing_and_led_to_no_page_that_is_refused(demonstration, client_as):
    client = client_as("chair")
    answer = client.get(reverse("publication:publication_detail", args=[demonstration.slug]))
    assert "Give the reference, and say what the standard covers." in shown(answer)
    assert reverse("publication:plan_edit", args=[demonstration.slug]) not in shown(answer)
    led_to = [one.href for one in answer.context["missing"] if f'"{one.href}"' in shown(answer)]
    assert led_to
    assert [client.get(href).status_code for href in led_to] == [200] * len(led_to)


def test_next_version_is_offered_once_there_is_something_new(standard, people, lead):
    assert "Publish the next version" not in shown(lead("publication_detail"))
    reworded(standard.topic, people, "Children have something else.")
    assert "Publish the next version" in shown(lead("publication_detail"))
