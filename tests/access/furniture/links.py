from accounts.services.links import issue_links, token_of
from mentoring.common.clock import today


def personal_link(curator, purpose: str, subject: int) -> str:
    """The token that stands in the address of a personal page."""
    return token_of(issue_links(actor=curator, purpose=purpose, subjects=[subject], expires_on=today())[subject])
