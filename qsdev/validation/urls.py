"""Addresses of validation."""

app_name = "validation"
urlpatterns = []
