"""Addresses of sign-in and of the accounts."""

app_name = "accounts"

urlpatterns = []
