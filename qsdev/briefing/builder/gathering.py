"""Reads a topic's rows into `PaperMaterial`, in as many queries for fifty rows as for thousands.

Order that is printed never comes from the database's ordering of text, which differs from one
database to another.
"""

from collections import defaultdict

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.text import slugify

from qsdev.briefing.builder.evidence import EvidenceSearch, EvidenceSource
from qsdev.briefing.builder.gathering_areas import gather_areas
from qsdev.briefing.builder.guidance import Guideline, Recommendation, ResearchRecommendation
from qsdev.briefing.builder.material import (
    Contributor,
    Framework,
    FrameworkDomain,
    FrameworkEntry,
    LeftOutRows,
    OverviewText,
    PaperMaterial,
    Round,
    Suggestion,
    SuggestionPart,
)
from qsdev.topics.models import OverviewKind
from recommendations.models import EvidenceSearch as EvidenceSearchRow
from recommendations.models import Recommendation as RecommendationRow
from stakeholders.models import ImportRow, ImportState, Redaction, Stakeholder
from stakeholders.models import SuggestionPart as PartRow


def gather(topic) -> PaperMaterial:
    """Return everything that the topic's paper and its checks need; reads only."""
    anchors = area_anchors(topic.areas.all())
    register = {one.pk: contributor(one) for one in _register(topic)}
    return PaperMaterial(
        slug=topic.slug,
        title=topic.title,
        reference=topic.reference,
        directorate=topic.directorate,
        series=topic.series,
        output=topic.output,
        meeting_on=topic.committee_meeting_on,
        shows_member_numbers=topic.shows_member_numbers,
        round=_round(topic.engagement),
        guidelines=_guidelines(topic),
        overview=_overview(topic),
        frameworks=_frameworks(topic),
        areas=gather_areas(topic, anchors),
        suggestions=_suggestions(topic, anchors, register),
        sources=_sources(topic),
        search=_search(topic),
        glossary=_glossary(topic),
        reasons_not_selected=_reasons_not_selected(topic),
        register=tuple(one for one in register.values() if not one.is_specialist_member),
        left_out=_left_out(topic),
        redactions=_redactions(topic),
    )


def area_anchors(areas) -> dict[int, str]:
    """Return a name for each area's place in the paper, made of its title: it outlives moves."""
    anchors, taken = {}, set()
    for area in areas:
        stem = anchor = f"area-{slugify(area.title) or 'untitled'}"
        count = 1
        while anchor in taken:
            count += 1
            anchor = f"{stem}-{count}"
        taken.add(anchor)
        anchors[area.pk] = anchor
    return anchors


def contributor(stakeholder) -> Contributor:
    """Return a stakeholder as papers know it; reads prefetched aliases."""
    return Contributor(
        name=stakeholder.name,
        abbreviation=stakeholder.abbreviation,
        is_specialist_member=stakeholder.is_specialist_member,
        aliases=tuple(sorted(alias.name for alias in stakeholder.aliases.all())),
    )


def _register(topic):
    return Stakeholder.objects.known_in(topic).order_by("pk").prefetch_related("aliases")


def _round(engagement):
    if engagement is None:
        return None
    return Round(
        opens=timezone.localtime(engagement.opens_at).date(),
        closes=timezone.localtime(engagement.closes_at).date(),
        pk=engagement.pk,
        weeks=engagement.weeks,
        key_areas_each=engagement.key_areas_each,
        stated_respondents=engagement.stated_respondents,
    )


def _guidelines(topic):
    with_section = RecommendationRow.objects.select_related("section")
    rows = topic.development_sources.select_related("guideline").prefetch_related(
        Prefetch("guideline__recommendations", queryset=with_section),
        "guideline__research_recommendations",
    )
    found = [_guideline(row.guideline, row.is_further) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.is_further, one.reference.casefold())))


def _guideline(guideline, is_further):
    name = guideline.reference
    return Guideline(
        reference=name,
        edition=guideline.edition or 0,
        title=guideline.title,
        is_further=is_further,
        recommendations=tuple(
            Recommendation(
                name,
                one.number,
                one.text,
                one.section.title,
                one.is_key_priority,
                one.sort_key,
                one.pk,
            )
            for one in sorted(guideline.recommendations.all(), key=lambda one: one.sort_key)
        ),
        research=tuple(
            ResearchRecommendation(name, one.number, one.title, one.text, one.pk)
            for one in guideline.research_recommendations.all()
        ),
    )


def _overview(topic):
    texts = dict(topic.overview_sections.values_list("kind", "text"))
    always = OverviewKind.always_printed()
    return tuple(
        OverviewText(kind.value, kind.label, texts.get(kind, ""), is_optional=kind not in always)
        for kind in OverviewKind
        if kind in always or texts.get(kind)
    )


def _frameworks(topic):
    return tuple(_framework(row) for row in topic.frameworks.prefetch_related("domains__entries"))


def _framework(row):
    domains = tuple(_domain(domain) for domain in row.domains.all())
    return Framework(row.title, row.note, row.entries_heading, domains)


def _domain(domain):
    entries = tuple(
        FrameworkEntry(entry.kind, entry.text, entry.number, entry.status)
        for entry in domain.entries.all()
    )
    return FrameworkDomain(domain.number, domain.title, entries)


def _suggestions(topic, anchors, register):
    rows = topic.suggestions.order_by("number").select_related("merged_into")
    current = PartRow.objects.current()
    rows = rows.prefetch_related("filings__sub_area", Prefetch("parts", queryset=current))
    printed = ImportRow.objects.filter(suggestion__topic=topic)
    names = dict(printed.values_list("suggestion", "cells__stakeholder"))
    return tuple(
        _suggestion(row, anchors, register.get(row.stakeholder_id), names.get(row.pk) or "")
        for row in rows
    )


def _suggestion(row, anchors, made_by, name_in_table):
    parts = _parts(row, anchors)
    own = row.own_filing
    filed_parts = [part.area for part in parts if part.area]
    area = anchors[own.area_id] if own else (filed_parts or [""])[0]
    shown_in = {anchors[filing.area_id] for filing in row.filings.all()}
    return Suggestion(
        number=row.number,
        contributor=made_by,
        key_area=row.key_area,
        why_important=row.why_important,
        why_key_area=row.why_key_area,
        supporting_information=row.supporting_information,
        kind=row.kind,
        heading_in_table=row.heading_in_table,
        name_in_table=name_in_table,
        area=area,
        sub_area=own.sub_area.title if own and own.sub_area else "",
        also_in=tuple(one for one in anchors.values() if one in shown_in - {area}),
        reason_not_used=row.reason_not_used,
        out_of_scope=row.out_of_scope_reason,
        merged_with=row.merged_into.number if row.merged_into else None,
        parts=parts,
    )


def _parts(row, anchors):
    """The parts of a suggestion by letter, each with the area that it is filed under."""
    filed = {one.part_id: anchors[one.area_id] for one in row.filings.all() if one.part_id}
    return tuple(SuggestionPart(one.letter, filed.get(one.pk, "")) for one in row.parts.all())


def _sources(topic):
    rows = topic.evidence_sources.all()
    found = (EvidenceSource(r.key, r.author, r.year, r.title, r.url, r.pk) for r in rows)
    return tuple(sorted(found, key=lambda one: (one.author.casefold(), one.year, one.key)))


def _search(topic):
    rows = EvidenceSearchRow.objects.filter(topic=topic).prefetch_related("exclusions")
    for row in rows:
        return EvidenceSearch(
            from_databases=row.from_databases,
            from_stakeholders=row.from_stakeholders,
            from_internal=row.from_internal,
            exclusions=tuple((one.reason, one.papers) for one in row.exclusions.all()),
            stated_included=row.stated_included,
        )
    return None


def _glossary(topic):
    terms = topic.glossary_terms.values_list("term", "definition")
    return tuple(sorted(terms, key=lambda term: term[0].casefold()))


def _reasons_not_selected(topic):
    rows = topic.reasons_not_selected.select_related("recommendation__guideline").order_by("pk")
    return tuple((str(row.recommendation), row.reason) for row in rows)


def _left_out(topic):
    rows = ImportRow.objects.left_out().filter(
        import_record__topic=topic, import_record__state=ImportState.CONFIRMED
    )
    places = defaultdict(list)
    for row in rows.select_related("import_record").order_by("import_record_id", "position"):
        places[row.import_record_id, row.import_record.file_name].append(row.place)
    return tuple(LeftOutRows(pk, name, tuple(found)) for (pk, name), found in places.items())


def _redactions(topic):
    rows = Redaction.objects.filter(suggestion__topic=topic).order_by("suggestion__number", "pk")
    return tuple(rows.values_list("suggestion__number", "passage"))
