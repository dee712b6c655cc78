"""Supporting organisations: none that expressed interest is lost, each step is kept."""

import pytest

from qsdev.consultation.models import Interest
from qsdev.errors import EditCollision, RuleBroken
from qsdev.validation import actions
from qsdev.validation.models import SupportingOrganisation, supporters_of
from stakeholders.models import Stakeholder


@pytest.fixture
def interested(round, comments):
    """Two of the three organisations that responded are interested; the third says no."""
    responses = list(round.organisation_responses.order_by("stakeholder__name"))
    for response, interest in zip(
        responses, (Interest.YES, Interest.YES, Interest.NO), strict=True
    ):
        response.interest = interest
        response.save(update_fields=["interest"])
    return [one.stakeholder for one in responses[:2]]


@pytest.fixture
def supporter(round, people):
    """An organisation that expressed its interest by letter."""
    stakeholder = Stakeholder.objects.organisations().order_by("name").last()
    return actions.add_supporter(topic=round.topic, stakeholder=stakeholder, by=people["analyst"])


@pytest.fixture
def take(people):
    """Takes an organisation through states, one after the other."""

    def taken(organisation, *states, **said):
        for state in states:
            actions.change_supporter(
                organisation=organisation,
                version=organisation.version,
                state=state,
                by=people["analyst"],
                **said,
            )

    return taken


def test_everyone_who_is_interested_is_taken_over_once(round, interested, people):
    added = actions.take_over_interest(topic=round.topic, by=people["analyst"])
    assert [(one.stakeholder, one.round) for one in added] == [(one, round) for one in interested]
    assert actions.take_over_interest(topic=round.topic, by=people["analyst"]) == []
    assert SupportingOrganisation.objects.count() == 2


def test_taking_over_leaves_those_who_are_there_as_they_are(round, interested, take, people):
    mine = actions.add_supporter(topic=round.topic, stakeholder=interested[0], by=people["lead"])
    take(mine, "invited", "declined")
    added = actions.take_over_interest(topic=round.topic, by=people["analyst"])
    mine.refresh_from_db()
    assert [one.stakeholder for one in added] == [interested[1]]
    assert (mine.state, mine.history.count()) == ("declined", 3)


def test_undoing_the_import_loses_no_interest(round, comments, interested, imports, people):
    actions.take_over_interest(topic=round.topic, by=people["analyst"])
    round.comments.all().delete()
    round.organisation_responses.all().delete()
    kept = [one.stakeholder for one in SupportingOrganisation.objects.with_names()]
    assert kept == interested


def test_organisation_is_added_once_and_a_member_never(round, supporter, people):
    about = {"topic": round.topic, "by": people["analyst"]}
    with pytest.raises(RuleBroken, match="on the list already"):
        actions.add_supporter(stakeholder=supporter.stakeholder, **about)
    member = Stakeholder.objects.specialist_members().first()
    with pytest.raises(RuleBroken, match="Choose an organisation"):
        actions.add_supporter(stakeholder=member, **about)
    assert SupportingOrganisation.objects.count() == 1


def test_way_to_the_list_is_kept_step_by_step(supporter, take):
    take(supporter, "invited", "agreed", note="By letter.")
    take(supporter, "listed", printed_name=" Friends of Trees ")
    steps = supporter.history.values_list("state", "printed_name", "note")
    assert list(steps) == [
        ("interested", "", ""),
        ("invited", "", "By letter."),
        ("agreed", "", "By letter."),
        ("listed", "Friends of Trees", ""),
    ]
    assert supporters_of(supporter.topic) == ["Friends of Trees"]


def test_no_step_is_left_out(supporter, take):
    for at, state, said, words in (
        ("interested", "agreed", {}, "cannot become agreed"),
        ("interested", "listed", {"printed_name": "X"}, "cannot become listed"),
        ("invited", "withdrawn", {"note": " "}, "Say why"),
        ("agreed", "listed", {"printed_name": " "}, "Give the name"),
        ("declined", "withdrawn", {"note": "X"}, "cannot become withdrawn"),
    ):
        if supporter.state != at:
            take(supporter, at)
        kept = supporter.history.count()
        with pytest.raises(RuleBroken, match=words):
            take(supporter, state, **said)
        supporter.refresh_from_db()
        assert (supporter.state, supporter.history.count()) == (at, kept)


def test_withdrawn_support_is_printed_no_more_and_can_come_again(supporter, take):
    take(supporter, "invited", "agreed")
    take(supporter, "listed", printed_name="Friends of Trees")
    take(supporter, "withdrawn", note="It was dissolved.")
    assert (supporters_of(supporter.topic), supporter.reason_withdrawn) == ([], "It was dissolved.")
    take(supporter, "invited")
    assert (supporter.state, supporter.reason_withdrawn) == ("invited", "")


def test_list_is_printed_by_name_whatever_the_capitals(round, interested, supporter, take, people):
    rows = [*actions.take_over_interest(topic=round.topic, by=people["analyst"]), supporter]
    for organisation, name in zip(rows, ("iHV", "Zebra", "British Society"), strict=True):
        take(organisation, "invited", "agreed")
        take(organisation, "listed", printed_name=name)
    assert supporters_of(round.topic) == ["British Society", "iHV", "Zebra"]
    take(rows[1], "listed", printed_name="Aardvark")
    assert supporters_of(round.topic) == ["Aardvark", "British Society", "iHV"]


def test_two_people_on_an_organisation_lose_nothing(supporter, take, people):
    stale = SupportingOrganisation.objects.get()
    take(supporter, "invited")
    with pytest.raises(EditCollision):
        take(stale, "withdrawn", note="Not interested after all.")
    assert SupportingOrganisation.objects.get().state == "invited"
