"""Prints exact figures as people read them."""

from fractions import Fraction

from django import template

register = template.Library()


@register.filter
def figure(value, places=1):
    """A figure of 0 or more to so many decimal places, halves up: "6.1", and "7" for 7.0."""
    scale = 10**places
    whole, part = divmod(int(Fraction(value) * scale + Fraction(1, 2)), scale)
    return f"{whole}.{part:0{places}}".rstrip("0").rstrip(".")
