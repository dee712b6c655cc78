"""Keep the evidence of current UK practice: sources, findings that cite them, search numbers."""

from django.db import transaction

from qsdev.audit.actions import record
from qsdev.documents.citing import cited_paragraphs
from qsdev.errors import RuleBroken
from recommendations.actions.locking import (
    first_version,
    locked_area,
    locked_topic,
    write_version,
)
from recommendations.models import (
    EvidenceExclusion,
    EvidenceSearch,
    EvidenceSource,
    FindingCitation,
    PracticeFinding,
    SourceOrigin,
)


@transaction.atomic
def add_evidence_source(*, topic, key, author, year, title, by, url="", origin=SourceOrigin.SEARCH):
    """Add a publication that findings can cite by its key, for example `[@ons-2015]`."""
    topic, key = locked_topic(topic), key.strip().lower()
    if topic.evidence_sources.filter(key=key).exists():
        raise RuleBroken(f"The key {key} names another source of {topic}: choose another key.")
    named = {"key": key, "author": author, "year": year, "title": title, "url": url}
    source = EvidenceSource.objects.create(topic=topic, origin=origin, **named, **first_version(by))
    record("added", source, by=by, topic=topic, key=key, origin=str(origin))
    return source


@transaction.atomic
def change_evidence_source(*, source, version, author, year, title, by, url="", origin=None):
    """Correct how a source is named; its key stays, because findings cite it."""
    changes = {"author": author, "year": year, "title": title, "url": url}
    changes["origin"] = origin or source.origin
    write_version(EvidenceSource, source.pk, version, changes, by)
    source.refresh_from_db()
    record("changed", source, by=by, topic=source.topic_id, version=source.version)
    return source


@transaction.atomic
def remove_evidence_source(*, source, by):
    """Remove a source that no finding cites, for example one added twice."""
    topic = locked_topic(source.topic)
    if not topic.evidence_sources.filter(pk=source.pk).exists():
        raise RuleBroken(f"{source} was removed already.")
    cited = source.citations.select_related("finding__area", "finding__sub_area")
    findings = dict.fromkeys(citation.finding for citation in cited)
    if findings:
        places = ", ".join(f"“{finding}”" for finding in findings)
        raise RuleBroken(
            f"{source} is cited in {places}: take the citation [@{source.key}] out first."
        )
    record("removed", source, by=by, topic=source.topic_id, key=source.key)
    source.delete()


@transaction.atomic
def write_finding(*, area, by, sub_area=None, text="", none_found=False, version=0):
    """Write what is known of current practice in an area or sub-area, or that nothing was found.

    `version` is that of the finding as the writer saw it, 0 where there was none. The citations
    are found in the text; each must name a source of the topic.
    """
    text = text.strip()
    check_finding(text, none_found)
    area = locked_area(area, sub_area)
    cited = cited_sources(area.topic, text)
    finding = PracticeFinding.objects.filter(area=area, sub_area=sub_area).first()
    changes = {"text": text, "none_found": none_found}
    if finding is None:
        place = {"area": area, "sub_area": sub_area}
        finding = PracticeFinding.objects.create(**place, **changes, **first_version(by))
    else:
        write_version(PracticeFinding, finding.pk, version, changes, by)
        finding.refresh_from_db()
    finding.citations.all().delete()
    FindingCitation.objects.bulk_create(
        FindingCitation(finding=finding, source=source, paragraph=paragraph)
        for source, paragraph in cited
    )
    record(
        "wrote",
        finding,
        by=by,
        topic=area.topic_id,
        version=finding.version,
        sources=sorted({source.pk for source, _ in cited}),
    )
    return finding


@transaction.atomic
def record_evidence_search(
    *,
    topic,
    from_databases,
    from_stakeholders,
    from_internal,
    by,
    exclusions=(),
    stated_included=0,
    version=0,
):
    """Record the numbers of a topic's evidence search.

    `exclusions` are pairs of a reason and the number of papers, in the order of the flowchart. A
    number said to be included that differs from the sum is kept: the checks report it.
    """
    changes = {
        "from_databases": from_databases,
        "from_stakeholders": from_stakeholders,
        "from_internal": from_internal,
        "stated_included": stated_included,
    }
    check_exclusions(exclusions, from_databases + from_stakeholders + from_internal)
    search = EvidenceSearch.objects.filter(topic=locked_topic(topic)).first()
    if search is None:
        search = EvidenceSearch.objects.create(topic=topic, **changes, **first_version(by))
    else:
        write_version(EvidenceSearch, search.pk, version, changes, by)
        search.refresh_from_db()
    replace_exclusions(search, exclusions)
    record(
        "recorded",
        search,
        by=by,
        topic=topic,
        version=search.version,
        excluded=[papers for _, papers in exclusions],
        **changes,
    )
    return search


def replace_exclusions(search, exclusions):
    """Keep these reasons and numbers of papers, in this order, in place of the former ones."""
    search.exclusions.all().delete()
    EvidenceExclusion.objects.bulk_create(
        EvidenceExclusion(search=search, reason=reason, papers=papers, position=position)
        for position, (reason, papers) in enumerate(exclusions, start=1)
    )


def check_finding(text, none_found):
    """Refuse a finding that says nothing, or both things at once."""
    if bool(text) == bool(none_found):
        raise RuleBroken("Write what is known of current practice, or say that none was found.")


def cited_sources(topic, text):
    """Pairs of a source that the text cites and the number of the paragraph, each pair once."""
    sources = {source.key: source for source in topic.evidence_sources.all()}
    cited = [
        (key, paragraph)
        for paragraph, citing in enumerate(cited_paragraphs(text), start=1)
        for key in citing.sources
    ]
    unknown = sorted({key for key, _ in cited} - set(sources))
    if unknown:
        named = ", ".join(f"[@{key}]" for key in unknown)
        raise RuleBroken(
            f"{topic} has no evidence source with this key: {named}. Add the source, or use the "
            "key of one that is there."
        )
    return [(sources[key], paragraph) for key, paragraph in dict.fromkeys(cited)]


def check_exclusions(exclusions, identified):
    """Refuse a reason given twice, and more papers excluded than there were."""
    reasons = [reason for reason, _ in exclusions]
    if len(set(reasons)) < len(reasons):
        raise RuleBroken("Give each reason for excluding papers once, with all its papers.")
    excluded = sum(papers for _, papers in exclusions)
    if excluded > identified:
        raise RuleBroken(
            f"{excluded} papers cannot be excluded where {identified} were identified: correct one "
            "of the numbers."
        )
