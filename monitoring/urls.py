from django.urls import path

from monitoring.views import campaigns, indicators, links, overview, programme, questionnaires

app_name = "monitoring"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("programmes/<int:pk>/", programme.programme, name="programme"),
    path("programmes/<int:pk>/indicators/", indicators.indicators, name="indicators"),
    path("programmes/<int:pk>/open/<slug:phase>/<slug:wave>/", campaigns.campaign_open, name="campaign_open"),
    path("campaigns/<int:pk>/", campaigns.CampaignPage.as_view(), name="campaign"),
    path("campaigns/<int:pk>/close/", campaigns.campaign_close, name="campaign_close"),
    path("campaigns/<int:pk>/reopen/", campaigns.campaign_reopen, name="campaign_reopen"),
    path("campaigns/<int:pk>/invite/", campaigns.campaign_invite, name="campaign_invite"),
    path("campaigns/<int:pk>/links/", links.links, name="links"),
    path("questionnaires/", questionnaires.invitations, name="invitations"),
    path("questionnaires/<int:pk>/", questionnaires.answer, name="answer"),
    path("questionnaires/<int:pk>/thanks/", questionnaires.thanks, name="thanks"),
    path("questionnaires/<int:pk>/revoke/", links.link_revoke, name="link_revoke"),
    path("q/<str:token>/", links.answer_link, name="answer_link"),
]
