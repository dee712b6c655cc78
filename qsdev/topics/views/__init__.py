"""Pages of the topics: the topic itself, its overview, its areas and the people in it."""
