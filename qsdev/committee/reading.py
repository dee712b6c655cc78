"""What one reader has done with each area of the issued paper, and what changed since they read."""

from dataclasses import dataclass

from qsdev.briefing.changes import changes_between
from qsdev.briefing.models import IssuedArea
from qsdev.committee.interests import answers_of
from qsdev.committee.models import PaperReading, PrivateNote
from qsdev.committee.progress import AreaToRate, areas_for


@dataclass(frozen=True)
class AreaToRead:
    """An area as issued, with what its reader declared, rated and noted."""

    issued_area: IssuedArea
    has_declared: bool
    rating: AreaToRate | None
    has_note: bool


def open_round(topic, reader):
    """The round in which the reader can rate now, or None."""
    rounds = topic.rating_rounds.select_related("topic")
    now_open = next((round for round in rounds if round.is_open), None)
    return now_open if now_open and reader.pk in now_open.voters else None


def areas_to_read(topic, paper, reader):
    """The areas of a paper in its order, each with the reader's own states."""
    declared = {one.area.pk for one in answers_of(topic, reader) if one.area and one.declarations}
    noted = set(
        PrivateNote.objects.filter(topic=topic, writer=reader).values_list("area", flat=True)
    )
    round = open_round(topic, reader)
    rated = (
        {one.rated_area.issued_area_id: one for one in areas_for(round, reader)} if round else {}
    )
    return [
        AreaToRead(area, area.area_id in declared, rated.get(area.pk), area.area_id in noted)
        for area in paper.areas.all()
    ]


def version_read_before(paper, reader):
    """The newest earlier version that the reader read and that can still be shown, or None."""
    earlier = PaperReading.objects.filter(
        reader=reader, paper__topic=paper.topic_id, paper__version__lt=paper.version
    )
    last = earlier.select_related("paper__build").order_by("-paper__version").first()
    return last.paper if last and not last.paper.is_withheld else None


def changes_since(before, paper):
    """What changed from one issued version to a later one, in the order of the paper."""
    return changes_between(before.build.content, paper.build.content)
