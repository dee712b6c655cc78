"""Pages of a topic's guidelines, selections and evidence."""
