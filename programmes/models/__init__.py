from programmes.models.dictionaries import Form, Kind, RoleModel
from programmes.models.programme import Programme
from programmes.models.school_year import SchoolYear
from programmes.models.stage import Measure, Stage
from programmes.models.wording import Wording

__all__ = ["Form", "Kind", "Measure", "Programme", "RoleModel", "SchoolYear", "Stage", "Wording"]
