"""Pages on which statements are drafted, checked, compared and put in order."""
