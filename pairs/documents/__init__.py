from pairs.documents.handover import handover_paper
from pairs.documents.protocol import protocol_paper
from pairs.documents.wishes import wish_blanks_paper, wish_links_paper

__all__ = ["handover_paper", "protocol_paper", "wish_blanks_paper", "wish_links_paper"]
