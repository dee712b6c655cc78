"""Addresses of the statements' pages."""

app_name = "statements"
urlpatterns = []
