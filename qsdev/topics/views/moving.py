"""Where a page leads after an area was moved, or was merged into another."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from qsdev.topics.models import ImprovementArea


def back_to_button(page, words, row, number, last):
    """The address of a list, at the button that moves `row` on: "…/areas/#down-12".

    Where it has come to an end of the list, that is the button which moves it back.
    """
    way = "up" if number == last else "down"
    return f"{reverse(page, args=words)}#{way}-{row.pk}"


def where_it_went(request, topic, pk, page):
    """The way to the same page of the area into which this one was merged; 404 if it was not."""
    merged = ImprovementArea.with_merged.select_related("merged_into", "merged_by")
    area = get_object_or_404(merged.filter(topic=topic).exclude(merged_into=None), pk=pk)
    day = date_format(localtime(area.merged_at), "j F Y")
    messages.info(
        request, f"{area.merged_by.name} merged “{area}” into “{area.merged_into}” on {day}."
    )
    return redirect(page, topic.slug, area.merged_into_id)
