"""Stakeholders and what they suggest: the register, imports, and filing under areas."""
