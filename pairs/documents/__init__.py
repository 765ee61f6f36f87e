from pairs.documents.handover import handover_paper
from pairs.documents.protocol import protocol_paper

__all__ = ["handover_paper", "protocol_paper"]
