"""All that the committee does: declare, rate, meet, decide; the only code that writes its rows."""
