from django.urls import path

from pairs.enums import Side
from pairs.views import planning
from pairs.views.agreeing import agree_many
from pairs.views.amend import amend, amend_agree, amend_drop
from pairs.views.asking import answer, ask
from pairs.views.concerns import ConcernList, close, concern, hand_over, hold, note, raise_concern
from pairs.views.detail import detail
from pairs.views.life import act
from pairs.views.listing import MeetingList, PairList
from pairs.views.mine import log_meeting, mine
from pairs.views.papers import handover
from pairs.views.policy import policy
from pairs.views.propose import ProposePage
from pairs.views.runs.adopting import adopt, drop, protocol
from pairs.views.runs.board import board, other_mentors, recount
from pairs.views.runs.board import step as board_step
from pairs.views.runs.comparing import RunList, trial
from pairs.views.runs.introducing import introductions, introductions_apply, introductions_of, introductions_plan
from pairs.views.runs.readiness import readiness
from pairs.views.safeguarding import lead_end, leads
from pairs.views.steps import agree, step
from pairs.views.vetoes import veto_lift, veto_reason, vetoes
from pairs.views.wish_round import wish_blanks, wish_links, wish_round, wish_round_close
from pairs.views.wishes import mentee_by_link, mentor_by_link, wish_sheet, wishes

app_name = "pairs"
urlpatterns = [
    path("", PairList.as_view(), name="list"),
    path("agreements/", agree_many, name="agree_many"),
    path("matching/", readiness, name="readiness"),
    path("matching/runs/", RunList.as_view(), name="runs"),
    path("matching/trial/<uuid:trial>/", trial, name="trial"),
    path("matching/<int:pk>/", board, name="board"),
    path("matching/<int:pk>/adopt/", adopt, name="adopt"),
    path("matching/<int:pk>/drop/", drop, name="run_drop"),
    path("matching/<int:pk>/mentee/<int:mentee>/", other_mentors, name="other_mentors"),
    path("matching/<int:pk>/meetings/", introductions, name="introductions"),
    path("matching/<int:pk>/meetings/plan/", introductions_plan, name="introductions_plan"),
    path("matching/<int:pk>/meetings/apply/", introductions_apply, name="introductions_apply"),
    path("matching/<int:pk>/meetings/<int:mentee>/", introductions_of, name="introductions_of"),
    path("matching/<int:pk>/protocol.pdf", protocol, name="protocol"),
    path("matching/<int:pk>/recount/", recount, name="recount"),
    path("matching/<int:pk>/step/", board_step, name="board_step"),
    path("mine/", mine, name="mine"),
    path("meetings/", MeetingList.as_view(), name="meetings"),
    path("propose/", ProposePage.as_view(), name="propose"),
    path("signals/", ConcernList.as_view(), name="concerns"),
    path("signals/responsible/", leads, name="leads"),
    path("signals/responsible/<int:pk>/end/", lead_end, name="lead_end"),
    path("signals/<int:pk>/", concern, name="concern"),
    path("signals/<int:pk>/note/", note, name="concern_note"),
    path("signals/<int:pk>/hold/<int:pair_pk>/", hold, name="concern_hold"),
    path("signals/<int:pk>/hand-over/", hand_over, name="concern_hand_over"),
    path("signals/<int:pk>/close/", close, name="concern_close"),
    path("<int:pk>/signal/", raise_concern, name="concern_raise"),
    path("conditions/<int:pk>/", policy, name="policy"),
    path("wishes/", wishes, name="wishes"),
    path("wishes/mentee/<int:pk>/", wish_sheet, {"side": Side.MENTEE}, name="mentee_wishes"),
    path("wishes/mentor/<int:pk>/", wish_sheet, {"side": Side.MENTOR}, name="mentor_wishes"),
    path("wishes/by-link/mentee/<str:token>/", mentee_by_link, name="mentee_wishes_link"),
    path("wishes/by-link/mentor/<str:token>/", mentor_by_link, name="mentor_wishes_link"),
    path("wishes/programme/<int:pk>/round/", wish_round, name="wish_round"),
    path("wishes/programme/<int:pk>/close/", wish_round_close, name="wish_round_close"),
    path("wishes/programme/<int:pk>/blanks.pdf", wish_blanks, name="wish_blanks"),
    path("wishes/programme/<int:pk>/links.pdf", wish_links, name="wish_links"),
    path("vetoes/programme/<int:pk>/", vetoes, name="vetoes"),
    path("vetoes/<int:pk>/reason/", veto_reason, name="veto_reason"),
    path("vetoes/<int:pk>/lift/", veto_lift, name="veto_lift"),
    path("<int:pk>/", detail, name="detail"),
    path("<int:pk>/agree/", agree, name="agree"),
    path("<int:pk>/amend/", amend, name="amend"),
    path("<int:pk>/amend/agree/", amend_agree, name="amend_agree"),
    path("<int:pk>/amend/drop/", amend_drop, name="amend_drop"),
    path("<int:pk>/ask/<slug:kind>/", ask, name="ask"),
    path("request/<int:pk>/answer/", answer, name="answer"),
    path("<int:pk>/handover.pdf", handover, name="handover"),
    path("<int:pk>/life/<slug:name>/", act, name="act"),
    path("<int:pk>/meeting/", log_meeting, name="log_meeting"),
    path("<int:pk>/plan/", planning.plan, name="plan"),
    path("<int:pk>/plan/start/", planning.plan_start, name="plan_start"),
    path("<int:pk>/report/", planning.report, name="report"),
    path("task/<int:pk>/", planning.task, name="task"),
    path("task/<int:pk>/remove/", planning.task_remove, name="task_remove"),
    path("<int:pk>/step/<slug:name>/", step, name="step"),
]
