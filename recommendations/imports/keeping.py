"""Keeps what a preview read until it is confirmed: signed, in the page itself, never stored."""

from dataclasses import asdict

from django.core import signing

from qsdev.tables import Place
from recommendations.imports.rows import Listing, RecommendationFile

SALT = "recommendations.import"
LONGEST_WAIT = 24 * 3600  # seconds between the preview and its confirmation


def signed(parsed, guideline):
    """What was read for a guideline, as text that nobody can change unnoticed."""
    listings = [asdict(listing) for listing in parsed.listings]
    kept = {"file_name": parsed.file_name, "guideline": guideline.pk, "listings": listings}
    return signing.dumps(kept, salt=SALT, compress=True)


def unsigned(text, guideline):
    """The `RecommendationFile` that was signed for the guideline; None if it is not, or too old."""
    try:
        kept = signing.loads(text, salt=SALT, max_age=LONGEST_WAIT)
    except signing.BadSignature:
        return None
    if kept["guideline"] != guideline.pk:
        return None
    listings = tuple(
        Listing(**{**listing, "place": Place(**listing["place"])}) for listing in kept["listings"]
    )
    return RecommendationFile(kept["file_name"], listings)
