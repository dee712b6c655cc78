"""Pages of the equality impact assessment."""
