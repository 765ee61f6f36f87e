from allauth.account.adapter import DefaultAccountAdapter


class ClosedSignupAdapter(DefaultAccountAdapter):
    """Accounts are given by the school; nobody signs up by himself."""

    def is_open_for_signup(self, request):
        return False
