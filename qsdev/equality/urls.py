"""Addresses of equality."""

app_name = "equality"
urlpatterns = []
