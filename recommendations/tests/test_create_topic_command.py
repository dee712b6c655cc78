"""The command that begins a topic."""

import pytest
from django.core.management import CommandError, call_command

from qsdev.audit.models import Event
from qsdev.topics.models import Topic
from recommendations.actions import add_guideline, declare_new_source


@pytest.mark.django_db
def test_topic_begins_with_the_newest_edition_of_its_guideline(capsys):
    for edition in (2015, 2021):
        add_guideline(reference="NG26", edition=edition, title="Attachment", by=None)
    call_command("create_topic", "attachment", "Children's attachment", "--source", "NG26")
    source = Topic.objects.get(slug="attachment").development_sources.get()
    assert source.guideline.edition == 2021
    assert "attachment" in capsys.readouterr().out


@pytest.mark.django_db
def test_guideline_that_is_not_known_yet_is_announced_and_completed_by_its_import(tmp_path):
    file = tmp_path / "ng99.txt"
    file.write_text("Section one\n\nNICE NG99 Recommendation 1.1.1\n\nOffer help.\n")
    call_command("create_topic", "attachment", "Attachment", "--source", "NG99")
    named = ["--edition", "2024", "--title", "Help"]
    call_command("import_recommendations", str(file), "--guideline", "NG99", *named)
    guideline = Topic.objects.get().development_sources.get().guideline
    assert (guideline.edition, guideline.title) == (2024, "Help")
    assert guideline.recommendations.count() == 1


@pytest.mark.django_db
def test_reference_that_papers_could_not_find_begins_no_topic():
    with pytest.raises(CommandError, match="one word"):
        call_command("create_topic", "attachment", "Attachment", "--source", "NG 99")
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


@pytest.mark.django_db
def test_announced_guideline_is_completed_by_declaring_it_with_title_and_year():
    call_command("create_topic", "attachment", "Attachment", "--source", "NG99")
    topic = Topic.objects.get()
    declared = declare_new_source(
        topic=topic, reference="NG99", edition=2024, title="Help", by=None
    )
    assert declared == topic.development_sources.get()
    assert str(declared.guideline) == "NG99 (2024)"
