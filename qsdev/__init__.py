"""The application with which NICE develops quality standards."""
