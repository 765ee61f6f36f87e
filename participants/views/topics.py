"""The school's dictionary of topics."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from participants.forms import TopicForm
from participants.models import Topic
from participants.queries.topics import dictionary
from participants.services import add_topic, copy_topics, edit_topic


@needs(Permission.MANAGE_PEOPLE)
def topics(request):
    """Every word by its group, with how often it is used, and a form for one more."""
    form = TopicForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            topic = add_topic(actor=request.actor, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("title", refusal.sentence)
        else:
            messages.success(request, _("“%(topic)s” may be chosen now.") % {"topic": topic})
            return redirect("participants:topics")
    return render(request, "participants/topics.html", {"form": form, "groups": dictionary()})


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def topics_fill(request):
    copy_topics(actor=request.actor)
    return redirect("participants:topics")


@needs(Permission.MANAGE_PEOPLE)
def topic_edit(request, pk):
    topic = get_object_or_404(Topic, pk=pk)
    form = TopicForm(request.POST or None, initial={"group": topic.group, "title": topic.title, "is_active": topic.is_active}, known=True)
    if request.method == "POST" and form.is_valid():
        try:
            edit_topic(actor=request.actor, topic=topic, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("title", refusal.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect("participants:topics")
    return render(request, "participants/topic.html", {"form": form, "topic": topic})
