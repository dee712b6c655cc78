"""National outcomes frameworks: typed as lines, kept as domains and entries, changed, removed."""

import pytest

from qsdev.errors import EditCollision, RuleBroken
from qsdev.topics import actions
from qsdev.topics.outlines import domains_in, outline_of
from qsdev.topics.tests.pages import address, errors_of, last_event, value_of, words_of

OUTLINE = """# 2: Enhancing quality of life
## Improvement areas
> Supporting carers
- 2.4: Quality of life for carers [complementary]
  - 2.4 i: Of young carers
- Something without a number: as it is
# Positive experience"""
FIELDS = ("kind", "number", "text", "status")
SENT = {"title": "Local outcomes", "entries_heading": "Indicators", "domains": OUTLINE}


@pytest.fixture
def pages(client_as):
    return client_as("analyst")


@pytest.fixture
def framework(demonstration, pages):
    pages.post(address("topics:framework_create"), SENT)
    return demonstration.frameworks.get(title="Local outcomes")


def test_lines_become_domains_and_entries():
    (two, experience) = domains_in(OUTLINE)

    assert (two[:2], experience) == (
        ("2", "Enhancing quality of life"),
        ("", "Positive experience", []),
    )
    assert [(entry["kind"], entry["number"], entry["status"]) for entry in two[2]] == [
        ("heading", "", ""),
        ("objective", "", ""),
        ("indicator", "2.4", "complementary"),
        ("sub_indicator", "2.4 i", ""),
        ("indicator", "", ""),
    ]


@pytest.mark.parametrize(
    ("outline", "sentence"),
    [
        ("", "at least one domain"),
        ("- 1.1: One", "Line 1 stands before the first domain"),
        ("# 1: One\n\nsome words", "Line 3 begins with none of"),
        (f"# 1: One\n- 1.1: {'x' * 501}", "Line 2 has too long a name"),
    ],
)
def test_line_that_cannot_be_read_is_named(outline, sentence):
    with pytest.raises(RuleBroken, match=sentence):
        domains_in(outline)


def test_frameworks_of_the_demonstration_are_read_again_as_they_stand(demonstration):
    for framework in demonstration.frameworks.all():
        kept = [
            (
                domain.number,
                domain.title,
                list(domain.entries.values("kind", "number", "text", "status")),
            )
            for domain in framework.domains.all()
        ]
        assert domains_in(outline_of(framework)) == kept


def test_framework_is_added_and_changed_on_its_pages(pages, demonstration, framework):
    edit = address("topics:framework_edit", framework.pk)
    page = pages.get(edit)
    assert value_of(page, "domains") == OUTLINE

    changed = {**SENT, "version": value_of(page, "version"), "domains": "# 1: Alone"}
    page = pages.post(edit, changed, follow=True)

    assert "“Local outcomes” is saved." in words_of(page)
    assert outline_of(demonstration.frameworks.get(pk=framework.pk)) == "# 1: Alone"
    assert last_event(demonstration)[0] == "changed_framework"


def test_collision_on_a_framework_loses_nothing(pages, demonstration, framework):
    edit = address("topics:framework_edit", framework.pk)
    opened = value_of(pages.get(edit), "version")
    pages.post(edit, {**SENT, "version": opened, "domains": "# 1: Theirs"})

    page = pages.post(edit, {**SENT, "version": opened, "domains": "# 1: Mine"})

    assert page.status_code == 422
    assert "# 1: Theirs" in words_of(page, "//*[@class='qs-panel']")
    assert value_of(page, "domains") == "# 1: Mine"
    pages.post(edit, {**SENT, "version": value_of(page, "version"), "domains": "# 1: Both"})
    assert outline_of(framework) == "# 1: Both"


def test_framework_is_changed_only_from_what_stands_there(framework, people):
    with pytest.raises(EditCollision):
        actions.change_framework(
            framework=framework,
            title="Other",
            entries_heading="Indicators",
            domains=[],
            version=None,
            by=people["lead"],
        )
    assert outline_of(framework) == OUTLINE


def test_title_in_use_and_unreadable_lines_are_refused(pages, framework):
    create = address("topics:framework_create")
    assert errors_of(pages.post(create, SENT)) == [
        "The topic has the framework “Local outcomes” already."
    ]
    page = pages.post(create, {**SENT, "title": "Other", "domains": "nothing"})
    assert errors_of(page) == ["Line 1 begins with none of “# ”, “## ”, “> ” and “- ”."]


def test_framework_is_removed_and_another_takes_a_place_of_its_own(pages, demonstration):
    first = demonstration.frameworks.first()

    page = pages.post(address("topics:framework_remove", first.pk), follow=True)
    pages.post(address("topics:framework_create"), SENT)

    assert f"“{first.title}” is removed." in words_of(page)
    assert demonstration.frameworks.last().title == "Local outcomes"
