"""The history of everything that was decided: append-only events, chained topic by topic."""
