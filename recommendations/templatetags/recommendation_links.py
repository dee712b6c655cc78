"""Where an area or sub-area has its pages of recommendations and of current practice."""

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def selecting_address(topic, area, sub_area=None):
    """The page on which recommendations are selected for the area, or for its sub-area."""
    return address("recommendations:recommendation_select", topic, area, sub_area)


@register.simple_tag
def finding_address(topic, area, sub_area=None):
    """The page on which current practice in the area, or in its sub-area, is written down."""
    return address("recommendations:finding_edit", topic, area, sub_area)


def address(name, topic, area, sub_area):
    more = [sub_area.pk] if sub_area else []
    return reverse(name, args=[topic.slug, area.pk, *more])
