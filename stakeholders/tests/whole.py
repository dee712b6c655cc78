"""Triage with a row of every kind, so that each of its addresses leads somewhere."""

from stakeholders import actions
from stakeholders.models import SuggestionNote, SuggestionPart
from stakeholders.urls import urlpatterns


def begin(topic, people):
    """A note, parts of a suggestion, and a sample to sort a second time."""
    by = {"by": people["lead"]}
    suggestion = topic.suggestions.get(number=1)
    actions.write_note(suggestion=suggestion, text="To be tested.", **by)
    words = suggestion.all_words[0].split()
    actions.split_suggestion(suggestion=suggestion, parts=[words[:1], words[1:2]], **by)
    actions.draw_sample(topic=topic, sorted_by=people["lead"], size=2, **by)


def words_of_addresses(topic):
    """Names of views and the words of their addresses beside the topic's slug."""
    suggestion = topic.suggestions.get(number=1)
    member = topic.specialist_members.first()
    first = {"number": 1}
    note = SuggestionNote.objects.get()
    part = SuggestionPart.objects.first()
    sample = topic.sorting_samples.get()
    return {
        **words_of_imports(topic.imports.get()),
        "stakeholders:stakeholder_edit": {"pk": suggestion.stakeholder_id},
        "stakeholders:identity_edit": {"pk": member.pk},
        "stakeholders:suggestion_detail": first,
        "stakeholders:suggestion_file": first,
        "stakeholders:suggestion_triage": first,
        "stakeholders:suggestion_split": first,
        "stakeholders:suggestion_join": first,
        "stakeholders:suggestion_merge": first,
        "stakeholders:suggestion_unmerge": first,
        "stakeholders:suggestion_viewers": first,
        "stakeholders:note_create": first,
        "stakeholders:note_remove": {"pk": note.pk},
        "stakeholders:part_file": {"pk": part.pk},
        "stakeholders:part_unfile": {"pk": part.pk},
        "stakeholders:sorting_detail": {"pk": sample.pk},
        "stakeholders:sorting_edit": {"pk": sample.pk},
        "stakeholders:step_undo": {"pk": topic.triage_steps.first().pk},
        "stakeholders:suggestion_support": first,
        "stakeholders:suggestion_unfile": {
            **first,
            "pk": suggestion.own_filing.pk,
        },
        "stakeholders:suggestion_explain": first,
        "stakeholders:suggestion_redact": first,
        "stakeholders:summary_edit": {"pk": topic.areas.first().pk},
    }


def words_of_imports(imported):
    """The addresses of an import and of its first row."""
    names = [one.name for one in urlpatterns if one.name.startswith("import_")]
    row = imported.rows.first()
    return {
        f"stakeholders:{name}": {"pk": row.pk if "import_row_" in name else imported.pk}
        for name in names
        if name not in ("import_list", "import_upload")
    }
