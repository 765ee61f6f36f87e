from mentoring.common.lists.columns import Action, Column, Empty
from mentoring.common.lists.page import ListPage
from mentoring.common.lists.remembered import Remembered, SavedFilter

__all__ = ["Action", "Column", "Empty", "ListPage", "Remembered", "SavedFilter"]
