"""Recommendations from outside: tables, or text as papers print it, into checked listings."""

from recommendations.imports.comparing import Comparison, compare
from recommendations.imports.keeping import signed, unsigned
from recommendations.imports.reading import read_pasted_recommendations, read_recommendations
from recommendations.imports.rows import Listing, RecommendationFile, sort_key
from recommendations.imports.stating import stated_edition

__all__ = [
    "Comparison",
    "Listing",
    "RecommendationFile",
    "compare",
    "read_pasted_recommendations",
    "read_recommendations",
    "signed",
    "sort_key",
    "stated_edition",
    "unsigned",
]
