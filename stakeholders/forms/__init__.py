"""What is asked on the pages of stakeholders and suggestions."""
