"""Guidelines and their recommendations, the evidence of current practice, and their selection."""
