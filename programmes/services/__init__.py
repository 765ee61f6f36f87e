from programmes.services.creating import create_programme
from programmes.services.measures import set_measure_state

__all__ = ["create_programme", "set_measure_state"]
