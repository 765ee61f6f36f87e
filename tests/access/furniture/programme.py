from tests.factories.participants import TopicFactory, TrainingSessionFactory
from tests.factories.programmes import MeasureFactory, StageFactory


def programme_keys(pair, curator) -> dict:
    programme, school = pair.programme, pair.school
    stage = StageFactory(programme=programme, school=school)
    return {
        "programme": programme.pk,
        "stage": stage.pk,
        "measure": MeasureFactory(stage=stage, school=school).pk,
        "kind_entry": pair.kind_id,
        "topic": TopicFactory(school=school).pk,
        "training": TrainingSessionFactory(programme=programme, created_by=curator).pk,
    }
