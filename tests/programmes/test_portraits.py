import pytest

from programmes.portraits import portrait_of


@pytest.mark.parametrize(
    "form, role_model, asks",
    [
        ("pupil_pupil", "peer_peer", {"equals": True}),
        ("pupil_pupil", "achiever_struggling", {}),
        ("teacher_teacher", "subject_expert_beginner", {"same_subject": True}),
        ("employer_pupil", "employer_future_worker", {"mentor_years": 5}),
        ("pupil_pupil", "our_own", {}),
    ],
)
def test_what_a_role_model_asks_for(form, role_model, asks):
    assert portrait_of(form, role_model) == asks
