"""Where people open Tandem, and who asks."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings


def site_address(request) -> str:
    """What codes on papers, letters and personal links begin with: TANDEM_ADDRESS, else the host that was asked."""
    return settings.TANDEM_ADDRESS or request.build_absolute_uri("/").rstrip("/")


def leads_here_only(address: str) -> bool:
    """Nobody else opens it: on another computer or phone the same name means that computer or phone."""
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def client_address(request) -> str:
    """Who asks. Each of our proxies writes at the end whom it heard; what visitors say of themselves stands before and is not looked at."""
    heard = [piece.strip() for piece in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if 0 < settings.TANDEM_PROXIES <= len(heard) and heard[-settings.TANDEM_PROXIES]:
        return heard[-settings.TANDEM_PROXIES]
    return request.META.get("REMOTE_ADDR", "")
