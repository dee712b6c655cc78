"""Where a request comes from, as far as our own proxies can be believed."""

from django.conf import settings


def client_address(request):
    """The address that the outermost of our proxies saw, else the one that connected.

    A proxy adds the address it was called from at the right of X-Forwarded-For; whatever stands
    further left came with the request and may be invented.
    """
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    outermost = ""
    if 0 < settings.PROXIES <= len(forwarded):
        outermost = forwarded[-settings.PROXIES].strip()
    return outermost or request.META.get("REMOTE_ADDR", "")
