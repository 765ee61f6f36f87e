"""The curator leads the year; the acts stand by season in three modules."""

from tests.stories.curator_bases import CuratorBases
from tests.stories.curator_monitoring import CuratorMonitoring
from tests.stories.curator_pairs import CuratorPairs


class Curator(CuratorBases, CuratorPairs, CuratorMonitoring):
    name = "curator"
