"""The command that begins a topic."""

import pytest
from django.core.management import CommandError, call_command

from qsdev.audit.models import Event
from qsdev.topics.models import Topic
from recommendations.actions import add_guideline


@pytest.mark.django_db
def test_topic_begins_with_the_newest_edition_of_its_guideline(capsys):
    for edition in (2015, 2021):
        add_guideline(reference="NG26", edition=edition, title="Attachment", by=None)
    call_command("create_topic", "attachment", "Children's attachment", "--source", "NG26")
    source = Topic.objects.get(slug="attachment").development_sources.get()
    assert source.guideline.edition == 2021
    assert "attachment" in capsys.readouterr().out


@pytest.mark.django_db
def test_unknown_guideline_begins_no_topic_and_says_what_to_do():
    with pytest.raises(CommandError, match="import_recommendations --guideline NG99"):
        call_command("create_topic", "attachment", "Attachment", "--source", "NG99")
    assert (Topic.objects.count(), Event.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_address_in_use_is_refused():
    call_command("create_topic", "attachment", "Attachment")
    with pytest.raises(CommandError, match="already"):
        call_command("create_topic", "attachment", "Again")


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["Not A Slug", "with/stroke", ""])
def test_address_that_no_page_could_have_is_refused(slug):
    with pytest.raises(CommandError, match="small letters"):
        call_command("create_topic", slug, "Attachment")
    assert Topic.objects.count() == 0
