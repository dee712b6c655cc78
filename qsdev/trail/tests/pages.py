"""Walks the trail's pages as a person does: by the links that they show."""

from lxml import html

from qsdev.trail import walks


def trail_of(statement):
    """The trail of one statement."""
    (trail,) = walks.statement_trails(statement.topic, [statement])
    return trail


def step_of(trail, heading):
    """A step of a trail by its heading."""
    (step,) = [step for step in trail.all_steps if step.heading == heading]
    return step


def titles(trail, heading):
    return [link.title for link in step_of(trail, heading).links]


def facts_under(trail, heading):
    """All facts of a step's links, as (label, text) pairs."""
    return [(one.label, one.text) for link in step_of(trail, heading).links for one in link.facts]


def links_of(page):
    """The links of a page's main part, by their words; the first of each counts."""
    found = {}
    for link in html.fromstring(page.content.decode()).xpath("//main//a[@href]"):
        found.setdefault(" ".join(link.text_content().split()), link.get("href"))
    return found
