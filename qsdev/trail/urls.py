"""Addresses of trail."""

app_name = "trail"
urlpatterns = []
