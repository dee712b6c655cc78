"""Pages that show several stages at once: where a topic stands, and what became of a suggestion."""
