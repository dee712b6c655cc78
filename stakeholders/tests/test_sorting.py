"""A second sorting: drawn by lot, sorted without seeing the first, compared once it is finished."""

import pytest
from django.urls import reverse

from qsdev.errors import RuleBroken
from qsdev.topics.tests.pages import address, words_of
from stakeholders import actions
from stakeholders.models import SecondSorting, SortingSample

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample(demonstration, people):
    """Six suggestions for the lead to sort; the analyst filed them all."""
    return actions.draw_sample(
        topic=demonstration, sorted_by=people["lead"], size=6, by=people["analyst"]
    )


def sort_all(sample, person, wrongly=0):
    """Sort the sample as it is filed, but for the first `wrongly`, which go elsewhere."""
    areas = list(sample.topic.areas.all())
    for place, sorting in enumerate(sample.sortings.all()):
        own = sorting.suggestion.own_filing
        elsewhere = next(area for area in areas if area != own.area)
        actions.sort_again(
            sorting=sorting,
            area=elsewhere if place < wrongly else own.area,
            sub_area=None if place < wrongly else own.sub_area,
            by=person,
        )


def test_sample_holds_what_the_person_did_not_file(demonstration, people, sample):
    actions.file_suggestion(
        suggestion=demonstration.suggestions.get(number=1),
        area=demonstration.areas.last(),
        by=people["lead"],
    )
    everything = actions.draw_sample(
        topic=demonstration, sorted_by=people["lead"], size=49, by=people["analyst"]
    )

    assert len({sorting.suggestion_id for sorting in sample.sortings.all()}) == 6
    numbers = everything.sortings.values_list("suggestion__number", flat=True)
    assert list(numbers) == list(range(2, 51))


@pytest.mark.parametrize("size", [0, 51])
def test_sample_of_an_impossible_size_is_refused(demonstration, people, size):
    with pytest.raises(RuleBroken, match="from 1 to 50"):
        actions.draw_sample(
            topic=demonstration, sorted_by=people["lead"], size=size, by=people["analyst"]
        )


def test_nothing_is_drawn_for_who_filed_it_all(demonstration, people):
    with pytest.raises(RuleBroken, match="nobody but"):
        actions.draw_sample(
            topic=demonstration, sorted_by=people["analyst"], size=1, by=people["lead"]
        )
    assert SortingSample.objects.count() == 0


def test_sample_is_sorted_by_its_analyst_alone(demonstration, people, sample, client_as):
    sorting = sample.sortings.first()

    with pytest.raises(RuleBroken, match="to sort"):
        actions.sort_again(sorting=sorting, area=demonstration.areas.first(), by=people["analyst"])

    page = reverse("stakeholders:sorting_edit", args=[demonstration.slug, sample.pk])
    assert client_as("analyst").get(page).status_code == 404
    assert SecondSorting.objects.exclude(sorted_at=None).count() == 0


def test_page_to_sort_tells_nothing_of_the_first_sorting(demonstration, people, sample, client_as):
    suggestion = sample.next_to_sort.suggestion
    actions.write_note(suggestion=suggestion, text="Surely schools.", by=people["analyst"])

    page = words_of(client_as("lead").get(address("stakeholders:sorting_edit", sample.pk)))

    assert suggestion.all_words[0].split("\n")[0] in page
    assert "Surely schools." not in page
    assert "Filed under" not in page
    assert "Under this heading" not in page
    assert "0 of 6 sorted" in page


def test_sorting_goes_on_to_the_next_and_to_the_result(demonstration, sample, client_as):
    page = address("stakeholders:sorting_edit", sample.pk)
    for number in sample.sortings.values_list("suggestion__number", flat=True):
        place = str(demonstration.areas.first().pk)
        client_as("lead").post(page, {"place": place, "number": number})

    response = client_as("lead").get(page)

    assert response["Location"] == address("stakeholders:sorting_detail", sample.pk)


def test_form_sent_twice_sorts_one(demonstration, sample, client_as):
    first = sample.next_to_sort.suggestion.number
    sent = {"place": str(demonstration.areas.first().pk), "number": first}
    for _ in range(2):
        client_as("lead").post(address("stakeholders:sorting_edit", sample.pk), sent)

    assert sample.sortings.exclude(sorted_at=None).count() == 1


def test_result_shows_only_once_all_is_sorted(sample, people, client_as):
    page = address("stakeholders:sorting_detail", sample.pk)
    assert "kappa" not in words_of(client_as("analyst").get(page))

    sort_all(sample, people["lead"], wrongly=2)

    found = words_of(client_as("analyst").get(page))
    assert "Placed in the same area 4 (67%)" in found
    differing = list(sample.sortings.all()[:2])
    assert [f"{one.suggestion.number}. " in found for one in differing] == [True, True]


def test_result_takes_as_many_queries_for_few_as_for_many(
    demonstration, people, client_as, django_assert_max_num_queries
):
    counted = []
    for size in (2, 30):
        sample = actions.draw_sample(
            topic=demonstration, sorted_by=people["lead"], size=size, by=people["analyst"]
        )
        sort_all(sample, people["lead"], wrongly=size)
        client = client_as("analyst")
        with django_assert_max_num_queries(40) as queries:
            client.get(address("stakeholders:sorting_detail", sample.pk))
        counted.append(len(queries))

    assert counted[0] == counted[1]
