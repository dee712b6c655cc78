"""Writes the comments of an import's rows, and a response for each organisation."""

from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from qsdev.consultation.imports.checking import NO, YES, moment_of, words_of
from qsdev.consultation.imports.places import Draft
from qsdev.consultation.models import (
    Comment,
    CommentImportRow,
    Interest,
    OrganisationResponse,
    ResponseSource,
    ResponseState,
)
from stakeholders.imports.names import Register
from stakeholders.models.register import name_key

#: What is said where there are no links.
NONE = NO | {"none", "nil", "n a", "not applicable"}
DISCLOSURE = ("has_tobacco_links", "tobacco_links")


def write_comments(import_record, topic, rows):
    """Write a response for each organisation and a comment for each row; returns these."""
    register, draft = Register.known_in(topic), Draft.of(import_record.round)
    responses = write_responses(import_record, rows, register)
    statements = import_record.round.consultation_draft.statements.in_bulk(field_name="pk")
    by_number = {one.number: one for one in statements.values()}
    questions = {one.number: one for one in import_record.round.questions.all()}
    last = topic.comments.aggregate(last=Max("number"))["last"] or 0
    comments = []
    for number, row in enumerate(rows, start=last + 1):
        values = row.values
        stakeholder = match_of(register, values)
        place = draft.place_of(values)
        comments.append(
            Comment(
                topic=topic,
                round=import_record.round,
                response=responses[stakeholder.pk],
                stakeholder=stakeholder,
                number=number,
                place_kind=place.kind,
                statement=by_number[place.number] if place.kind == "statement" else None,
                question=questions[place.number] if place.kind == "question" else None,
                section=place.section,
                quote=values.get("quote", ""),
                text=words_of(values),
            )
        )
    for row, comment in zip(rows, Comment.objects.bulk_create(comments, 500), strict=True):
        row.comment = comment
    CommentImportRow.objects.bulk_update(rows, ["comment"], batch_size=200)
    return comments


def match_of(register, values):
    """The organisation that a row without problems names."""
    return register.match(" ".join(values.get("organisation", "").split())).stakeholder


def write_responses(import_record, rows, register):
    """Write what each organisation says of its whole response; returns them by organisation.

    A response that was begun on the web becomes the one that came in; what was drafted stays with
    it, in view and not submitted. One that came with the same import takes the later row too.
    """
    said = {}
    for row in rows:
        said.setdefault(match_of(register, row.values).pk, []).append(row.values)
    received = {pk: received_response(import_record, each) for pk, each in said.items()}
    known = import_record.round.organisation_responses.filter(stakeholder__in=received)
    responses = list(known.select_for_update(of=["self"]))
    for response in responses:
        changes = said_beside(response, received.pop(response.stakeholder_id))
        known.filter(pk=response.pk).update(**changes)
    whose = {"topic": import_record.topic, "round": import_record.round}
    responses += OrganisationResponse.objects.bulk_create(
        OrganisationResponse(stakeholder_id=pk, **whose, **fields)
        for pk, fields in received.items()
    )
    return {response.stakeholder_id: response for response in responses}


def said_beside(response, received):
    """What is written of a response that is there already: links once disclosed stay disclosed.

    One that was begun on the web becomes the one that came in; one that came in before takes what
    it did not disclose.
    """
    links = disclosed_beside(response, *(received.pop(key) for key in DISCLOSURE))
    changes = {} if response.is_submitted else received
    if not received["interest"]:
        changes = changes | {"interest": response.interest}
    return changes | links


def disclosed_beside(response, has_links, links):
    """The links that a response and what came after it disclose together, each line once."""
    said = (response.has_tobacco_links, has_links)
    known = response.tobacco_links.splitlines()
    more = [line for line in links.splitlines() if line not in known]
    return {
        "has_tobacco_links": next((each for each in (True, False) if each in said), None),
        "tobacco_links": "\n".join(filter(None, [response.tobacco_links, *more])),
    }


def received_response(import_record, rows):
    """The fields of a response that came in, from the values of its rows."""
    has_links, links = disclosed_in(rows)
    interest = name_key(first_said(rows, "interest"))
    at = moment_of(" ".join(first_said(rows, "submitted").split())) or import_record.received_on
    return {
        "import_record": import_record,
        "source": ResponseSource.IMPORT,
        "state": ResponseState.SUBMITTED,
        "has_tobacco_links": has_links,
        "tobacco_links": links,
        "interest": Interest.YES if interest in YES else Interest.NO if interest in NO else "",
        "submitted_at": at if isinstance(at, datetime) else midday(at),
    }


def first_said(rows, key):
    """What the first row that says something of it says."""
    return next((row[key] for row in rows if row.get(key, "").strip()), "")


def disclosed_in(rows):
    """Whether rows disclose links with the tobacco industry, None if they do not say, and which.

    One row that discloses some outweighs those that deny it. Details alone disclose, too.
    """
    answers = [row.get("tobacco", "").strip() for row in rows]
    details = [row.get("tobacco_details", "").strip() for row in rows]
    written = [*details, *(said for said in answers if name_key(said) not in YES)]
    links = list(dict.fromkeys(said for said in written if said and name_key(said) not in NONE))
    if links or any(name_key(said) in YES for said in answers):
        return True, "\n".join(links)
    return (False, "") if any(answers + details) else (None, "")


def midday(day):
    """A moment of a day of which no time is known."""
    return timezone.make_aware(datetime(day.year, day.month, day.day, 12))
