"""The appendix: every statement's trail and every raw cell, sound in three formats, withheld."""

from html import unescape

import pytest
from django.utils import timezone

from qsdev.builds.models import DocumentBuild
from qsdev.builds.tests.sound import assert_sound, words_of_docx
from qsdev.documents.freezing import to_json
from qsdev.documents.html import write_html
from qsdev.topics.tests.pages import address, words_of
from qsdev.trail.builder import APPENDIX, build_appendix
from qsdev.trail.tests.pages import trail_of
from stakeholders.actions import redact_passage

pytestmark = pytest.mark.django_db


def test_appendix_is_sound_in_every_format_and_holds_every_step_and_cell(changed, tmp_path):
    document = build_appendix(changed.topic, 0)
    page = unescape(write_html(document))
    files = assert_sound(document, tmp_path)
    trail = trail_of(changed)
    said = [words for step in trail.all_steps for words in (step.heading, *step.lines)]
    assert [words for words in said if words not in page] == []
    held = words_of_docx(files["docx"])
    for suggestion in changed.topic.suggestions.filed_in(changed.area):
        first = next(text for text in suggestion.import_row.cells.values() if len(text) > 20)
        assert first.split("\n")[0][:60].split("’")[0].split("'")[0].encode() in held


def test_appendix_without_statements_says_so(demonstration):
    assert "No statement is drafted yet." in write_html(build_appendix(demonstration, 0))


def test_files_are_withheld_once_a_passage_was_redacted(changed, people, client_as):
    build = DocumentBuild.objects.create(
        topic=changed.topic,
        kind=APPENDIX,
        asked_by=people["analyst"],
        finished_at=timezone.now(),
        content=to_json(build_appendix(changed.topic, 0)),
    )
    client, page = client_as("analyst"), address("trail:appendix_detail")
    suggestion = changed.topic.suggestions.get(number=4)
    passage = " ".join(suggestion.key_area.split()[:3])
    assert passage in words_of(client.get(page))
    redact_passage(
        suggestion=suggestion, field="key_area", passage=passage, reason="R.", by=build.asked_by
    )
    assert "Build them again" in words_of(client.get(page))
    assert passage not in words_of(client.get(page))
    assert client.get(address("trail:appendix_download", "docx")).status_code == 404
