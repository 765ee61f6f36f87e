from mentoring.common.lists.columns import Action, Column, Empty
from mentoring.common.lists.page import ListPage

__all__ = ["Action", "Column", "Empty", "ListPage"]
