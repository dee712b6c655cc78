"""What is asked on the pages of the equality impact assessment."""
