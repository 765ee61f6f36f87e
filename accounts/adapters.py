from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter

from mentoring.common.addresses import client_address, site_address


class ClosedSignupAdapter(DefaultAccountAdapter):
    """Accounts are given by the school; nobody signs up by himself."""

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        """Who has tried too many passwords: behind a proxy not the proxy, and not what the visitor says of itself."""
        return client_address(request)

    def get_reset_password_from_key_url(self, key):
        return site_address(self.request) + urlsplit(super().get_reset_password_from_key_url(key)).path
