"""Outside data to checked rows: what stakeholders sent, read, matched and looked through."""
