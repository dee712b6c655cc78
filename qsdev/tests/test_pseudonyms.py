"""Who SCM1 is stands on the keeper's page alone: a scan of every page and every file."""

import base64
import io
import itertools
import zipfile

import pytest
from django.urls import get_resolver, reverse
from django.urls.exceptions import NoReverseMatch

from qsdev.briefing import actions as briefing
from qsdev.consultation.tests import whole
from qsdev.demonstration.content import read_content
from qsdev.equality.tests import whole as whole_equality
from qsdev.jobs import running
from qsdev.tests.fixtures_demonstration import our_models
from qsdev.topics.tests.pages import SLUG
from qsdev.validation.tests import whole as whole_validation

NAMES = [one["person_name"] for one in read_content()["specialist_members"]]
#: SCM1 signs in, so the pages that list accounts hold that person's name, beside no pseudonym.
LIST_ACCOUNTS = {"topics:role_list", "accounts:user_list"}
FORMATS = ("html", "docx", "pdf", "xlsx", "csv")
#: A search shows what was typed, so the name is typed in capitals: a find would show it as it is.
QUERIES = ["", "?state=filed", "?stakeholder=1", "?words=EXAMPLETON", "?after=20", "?use=here"]


@pytest.fixture
def issued(demonstration, people, settings, tmp_path):
    """The demonstration's paper, built by its job and issued."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.JOB_LEASE_SECONDS = 600  # no second thread meets the test's open transaction
    build = briefing.ask_for_build(topic=demonstration, by=people["analyst"])
    running.run(build.job_id)
    build.refresh_from_db()
    whole.begin(demonstration, people)
    whole_validation.begin(demonstration, people)
    whole_equality.begin(demonstration, people)
    reason = "Known and harmless."
    return briefing.issue_paper(build=build, by=people["lead"], reason_errors_accepted=reason)


def views():
    """Names and parameters of every page, package by package."""
    for app in (
        "topics",
        "stakeholders",
        "recommendations",
        "briefing",
        "consultation",
        "equality",
        "validation",
        "trail",
        "home",
    ):
        resolver = get_resolver().namespace_dict[app][1]
        for name, found in resolver.reverse_dict.items():
            if isinstance(name, str):
                yield f"{app}:{name}", found[0][0][1]


def addresses_of():
    """Every address of the topic's pages, for the first rows of each kind."""
    keys = {pk for model in our_models() for pk in model._base_manager.values_list("pk")[:2]}
    numbers = sorted({1, 13} | {pk for (pk,) in keys if isinstance(pk, int)})
    for name, parameters in views():
        for number, format in itertools.product(numbers, FORMATS):
            values = {"slug": SLUG, "kind": "focus", "stage": "development", "format": format}
            values = {key: values.get(key, number) for key in parameters}
            try:
                yield name, reverse(name, kwargs=values)
            except NoReverseMatch:
                continue


def disguises(name):
    """A name as it may stand in a page or file: in pieces, reversed, encoded."""
    plain = [name, *name.split(), name[::-1], name.casefold()]
    return [text.encode() for text in plain] + [base64.b64encode(name.encode())]


def all_of(answer):
    """An answer's headers and body; a zipped file is read part by part."""
    body = answer.getvalue() if answer.streaming else answer.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            body = b"".join(parts.read(name) for name in parts.namelist())
    return repr(answer.headers).encode() + body


def found_in(client, names):
    """The pages that hold one of the names, and how many pages were read."""
    hits, read = set(), 0
    for page, path in sorted(set(addresses_of())):
        for query in QUERIES if path.endswith(("suggestions/", "recommendations/")) else [""]:
            answer = client.get(path + query)
            held = all_of(answer)
            read += answer.status_code == 200
            if any(form in held for name in names for form in disguises(name)):
                hits.add(page)
    return hits, read


@pytest.mark.parametrize(
    ("key", "least"), [("analyst", 60), ("administrator", 15), ("chair", 1), ("observer", 1)]
)
def test_nobody_else_finds_a_name_on_any_page(demonstration, issued, client_as, key, least):
    hits, read = found_in(client_as(key), NAMES)

    assert hits - LIST_ACCOUNTS == set()
    assert read >= least


def test_scan_finds_the_names_where_they_are(demonstration, issued, client_as):
    hits, _ = found_in(client_as("lead"), NAMES[1:])

    assert hits == {"stakeholders:identity_list"}
