"""Pages that show a topic, its areas and its paper with all that they rest on."""
