"""Where suggestions stand in triage, as one value each: what every step compares and changes."""

from collections import defaultdict
from dataclasses import dataclass, replace

from stakeholders.models.filing import Filing
from stakeholders.models.parts import SuggestionPart
from stakeholders.models.suggestion import Suggestion, SuggestionState


@dataclass(frozen=True, order=True)
class Place:
    """A filing as ids: of the area, the sub-area and the part (0 for none), who filed and when.

    `at` is the moment in ISO 8601.
    """

    area: int
    sub_area: int
    is_own: bool
    part: int
    by: int
    at: str


@dataclass(frozen=True)
class Standing:
    """Where one suggestion stands: its filings, its parts, and what else was decided of it."""

    places: tuple[Place, ...] = ()
    parts: tuple[int, ...] = ()
    is_later: bool = False
    out_of_scope: str = ""
    assignee: int = 0
    merged_into: int = 0

    @property
    def own(self) -> Place | None:
        """Its own place, where it is filed whole."""
        return next((one for one in self.places if one.is_own and not one.part), None)

    @property
    def supported(self) -> tuple[Place, ...]:
        """The places that it supports beside its own."""
        return tuple(one for one in self.places if not one.is_own)

    @property
    def state(self) -> str:
        """The state that the suggestion's row keeps for its lists."""
        filed_parts = {one.part for one in self.places if one.part}
        if self.out_of_scope:
            return SuggestionState.OUT_OF_SCOPE
        if self.own or (self.parts and filed_parts == set(self.parts)):
            return SuggestionState.FILED
        return SuggestionState.LATER if self.is_later else SuggestionState.TO_TRIAGE

    def with_place(self, place: Place):
        """The same with one more place, instead of any that it takes the room of."""
        kept = [one for one in self.places if not _is_in_the_way(one, place)]
        return replace(self, places=tuple(sorted([*kept, place])), is_later=False, out_of_scope="")

    def without(self, unwanted):
        """The same without the places for which `unwanted(place)` is true."""
        return replace(self, places=tuple(one for one in self.places if not unwanted(one)))

    def as_json(self) -> dict:
        """The same as ids, codes and the reason, for a step to keep."""
        return {
            "places": [
                [one.area, one.sub_area, one.is_own, one.part, one.by, one.at]
                for one in self.places
            ],
            "parts": list(self.parts),
            "is_later": self.is_later,
            "out_of_scope": self.out_of_scope,
            "assignee": self.assignee,
            "merged_into": self.merged_into,
        }

    @classmethod
    def from_json(cls, kept):
        """The standing that a step kept."""
        places = tuple(Place(*one) for one in kept["places"])
        return cls(**{**kept, "places": places, "parts": tuple(kept["parts"])})


def _is_in_the_way(one, place):
    if one.part != place.part:
        return False
    return one.area == place.area or bool(place.part) or (one.is_own and place.is_own)


def standings_of(suggestions) -> dict[int, Standing]:
    """Where each of a queryset's suggestions stands, by key; three queries however many."""
    names = ("pk", "state", "out_of_scope_reason", "assignee_id", "merged_into_id")
    rows = list(suggestions.order_by().values(*names))
    pks = [row["pk"] for row in rows]
    places, parts = _places_of(pks), _parts_of(pks)
    return {
        row["pk"]: Standing(
            places=tuple(sorted(places[row["pk"]])),
            parts=tuple(sorted(parts[row["pk"]])),
            is_later=row["state"] == SuggestionState.LATER,
            out_of_scope=row["out_of_scope_reason"],
            assignee=row["assignee_id"] or 0,
            merged_into=row["merged_into_id"] or 0,
        )
        for row in rows
    }


def _places_of(pks):
    found = defaultdict(list)
    for one in Filing.objects.filter(suggestion__in=pks).order_by():
        found[one.suggestion_id].append(place_of(one))
    return found


def place_of(filing) -> Place:
    """A filing as a place."""
    return Place(
        filing.area_id,
        filing.sub_area_id or 0,
        filing.is_own,
        filing.part_id or 0,
        filing.filed_by_id,
        filing.filed_at.isoformat(),
    )


def _parts_of(pks):
    found = defaultdict(list)
    current = SuggestionPart.objects.current().filter(suggestion__in=pks)
    for pk, suggestion in current.order_by().values_list("pk", "suggestion"):
        found[suggestion].append(pk)
    return found


def standing_of(suggestion: Suggestion) -> Standing:
    """Where one suggestion stands now."""
    return standings_of(Suggestion.objects.filter(pk=suggestion.pk))[suggestion.pk]
