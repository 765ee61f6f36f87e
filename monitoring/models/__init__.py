from monitoring.models.campaign import Answer, Campaign, Invitation
from monitoring.models.indicators import IndicatorScore, IndicatorSheet
from monitoring.models.questionnaire import Item, Questionnaire

__all__ = ["Answer", "Campaign", "IndicatorScore", "IndicatorSheet", "Invitation", "Item", "Questionnaire"]
