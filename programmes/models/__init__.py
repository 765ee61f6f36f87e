from programmes.models.dictionaries import Form, Kind, RoleModel
from programmes.models.programme import Programme
from programmes.models.school_year import SchoolYear
from programmes.models.stage import Measure, Stage

__all__ = ["Form", "Kind", "Measure", "Programme", "RoleModel", "SchoolYear", "Stage"]
