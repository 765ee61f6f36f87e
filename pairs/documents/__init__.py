from pairs.documents.handover import handover_paper

__all__ = ["handover_paper"]
