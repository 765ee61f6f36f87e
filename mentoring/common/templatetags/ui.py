"""Components of the interface, each once. The gallery page shows them all: templates/components/gallery.html."""

import json

from django import template
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from mentoring.common.addresses import leads_here_only, site_address
from mentoring.common.marks import badge, icon, state_badge
from mentoring.common.quotes import in_quotes

register = template.Library()

ALERTS = {
    "info": ("info-circle", "status"),
    "good": ("check-circle", "status"),
    "wait": ("exclamation-circle", "status"),
    "bad": ("exclamation-triangle", "alert"),
}
MESSAGE_TONES = {"success": "good", "warning": "wait", "error": "bad"}


def piece(thing, name, default=""):
    """Read a key of a dict or an attribute, so that views may hand over either."""
    return thing.get(name, default) if isinstance(thing, dict) else getattr(thing, name, default)


# Small signs


register.simple_tag(icon)
register.simple_tag(badge)
register.simple_tag(state_badge)


@register.simple_tag
def state(row, field="state"):
    """Write the state of a row: `{% state pair %}`, `{% state consent "status" %}`."""
    return state_badge(getattr(row, field), getattr(row, f"get_{field}_display")())


@register.filter
def day(value):
    """3 сентября 2026; a dash for nothing."""
    return formats.date_format(value, "DATE_FORMAT") if value else "—"


@register.filter
def day_short(value):
    """03.09.2026; a dash for nothing."""
    return formats.date_format(value, "d.m.Y") if value else "—"


register.filter(in_quotes)


# Blocks with content


@register.simple_block_tag
def page_header(content, title, lead="", sign=""):
    """Write the only h1, a sentence of what the page is for, actions inside; `sign` is a badge beside the title."""
    return render_to_string("components/page_header.html", {"title": title, "lead": lead, "sign": sign, "actions": content})


@register.simple_block_tag
def card(content, title="", note="", css="", level=2):
    return render_to_string("components/card.html", {"title": title, "note": note, "css": css, "level": level, "content": content})


@register.simple_block_tag
def alert(content, tone="info", title=""):
    """Say something on the page: tone info, good, wait or bad."""
    sign, role = ALERTS[tone]
    return render_to_string("components/alert.html", {"tone": tone, "title": title, "icon": sign, "role": role, "content": content})


@register.inclusion_tag("components/local_address.html", takes_context=True)
def local_address(context):
    """Say that codes and links lead to this computer only, while nothing better than its own name for itself is known."""
    return {"is_local": leads_here_only(site_address(context["request"]))}


# Buttons and ways


@register.inclusion_tag("components/link_button.html")
def link_button(label, url, icon="", kind="secondary"):
    return {"label": label, "url": url, "icon": icon, "kind": kind}


@register.inclusion_tag("components/post_button.html", takes_context=True)
def post_button(context, label, url, icon="", kind="secondary", name="", value="", request_key=""):
    """Write a form with one button: the act is a POST with a token. With a `request_key` of the page, clicked twice it asks once."""
    told = {"label": label, "url": url, "icon": icon, "kind": kind, "name": name, "value": value}
    return told | {"request_key": request_key, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("components/step_buttons.html", takes_context=True)
def step_buttons(context, steps, row, namespace):
    """Write the steps of `WORKFLOW.available(row, actor)` as forms to `namespace:<step>` (or `namespace:step`)."""
    ways = [{"step": step, "url": step_url(namespace, step.name, row.pk)} for step in steps]
    return {"ways": ways, "csrf_token": context.get("csrf_token")}


def step_url(namespace, step, pk):
    try:
        return reverse(f"{namespace}:{step}", args=[pk])
    except NoReverseMatch:
        return reverse(f"{namespace}:step", args=[pk, step])


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*parts):
    """Write the way here: `{% breadcrumbs _("Pairs") pairs_url pair %}` - label and address by turns, the last is this page."""
    ways = [{"label": label, "url": url} for label, url in zip(parts[:-1:2], parts[1::2], strict=True)]
    return {"ways": ways, "here": parts[-1]}


@register.inclusion_tag("components/tabs.html")
def tabs(items, label):
    """Write links that look like tabs; items have label, url, active and, if wished, count."""
    return {
        "label": label,
        "items": [{key: piece(item, key) for key in ("label", "url", "active", "count")} for item in items],
    }


def nav_item(item):
    return {key: piece(item, key) for key in ("label", "url", "icon", "active", "badge")}


def nav_groups(navigation):
    """Turn items and groups (`items` or `children`) into groups, so that templates know one form."""
    groups = []
    for entry in navigation or []:
        children = piece(entry, "children", None) or piece(entry, "items", None)
        if children and not callable(children):
            groups.append({"label": piece(entry, "label"), "items": [nav_item(item) for item in children]})
        elif groups and not groups[-1]["label"]:
            groups[-1]["items"].append(nav_item(entry))
        else:
            groups.append({"label": "", "items": [nav_item(entry)]})
    return groups


@register.inclusion_tag("components/sidebar.html")
def sidebar(navigation):
    return {"groups": nav_groups(navigation)}


@register.inclusion_tag("components/bottom_bar.html")
def bottom_bar(navigation):
    """Write the first three places for the thumb; the fourth opens the whole menu. Seen on phones only."""
    return {"items": [item for group in nav_groups(navigation) for item in group["items"]][:3]}


# Contents


@register.inclusion_tag("components/empty_state.html")
def empty_state(icon, sentence, action_label="", action_url="", hint=""):
    """Nothing here yet: one sentence and one button, or (`hint`) who can act."""
    return {"icon": icon, "sentence": sentence, "label": action_label, "url": action_url, "hint": hint}


@register.inclusion_tag("components/empty_state.html")
def nothing_found(clear_url="?", wider=()):
    """Say that the filter leaves nothing; `wider`: (label, value, count, remove_url) of each condition that alone stands in the way."""
    sentence = _("Nothing fits the filter.")
    return {"icon": "search", "sentence": sentence, "label": _("Clear the filter"), "url": clear_url, "hint": "", "wider": wider}


@register.inclusion_tag("components/empty_state.html")
def no_right(who=""):
    """Say that this exists but not for this role; `who` is a sentence naming who can help."""
    return {"icon": "lock", "sentence": _("Your role does not show this."), "label": "", "url": "", "hint": who}


@register.inclusion_tag("components/dead_end.html")
def dead_end(icon, title, lead, hint=""):
    """Write what went wrong on an error page and the way home."""
    return {"icon": icon, "title": title, "lead": lead, "hint": hint}


@register.inclusion_tag("components/figure_card.html")
def figure_card(label, value, note="", url="", icon="", tone="neutral"):
    """Write one number of a dashboard; the whole card is the link."""
    return {"label": label, "value": value, "note": note, "url": url, "icon": icon, "tone": tone}


@register.inclusion_tag("components/progress.html")
def progress(label, percent=None, poll_url="", note=""):
    """Write a bar that asks `poll_url` every 2 s and is replaced by the answer; without percent it only moves."""
    return {"label": label, "percent": percent, "poll_url": poll_url, "note": note}


@register.inclusion_tag("components/timeline.html")
def timeline(events):
    """Write history in words; events have when, sentence and, if wished, who, note, icon, tone."""
    keys = ("when", "sentence", "who", "note", "icon", "tone")
    return {"events": [{key: piece(event, key) for key in keys} for event in events]}


@register.inclusion_tag("components/facts.html")
def facts(rows):
    """Write a definition list from pairs (label, value)."""
    return {"rows": rows}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context, page_obj):
    pages = page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)
    return {"page_obj": page_obj, "pages": list(pages), "request": context["request"]}


@register.inclusion_tag("components/messages.html", takes_context=True)
def message_list(context, messages):
    """Write what the last step said; one of `offer_undo` carries the way back."""
    notes = []
    for message in messages or []:
        tone = MESSAGE_TONES.get(message.level_tag, "info")
        sign, role = ALERTS[tone]
        tags = piece(message, "extra_tags") or ""
        notes.append({"tone": tone, "icon": sign, "role": role, "text": message, "undo": json.loads(tags) if tags[:1] == "{" else None})
    return {"notes": notes, "csrf_token": context.get("csrf_token")}


# Forms


@register.simple_tag
def field_words(form, name, label, help_text=""):
    """Give a field of somebody else's form the words of this house."""
    form.fields[name].widget.attrs.pop("placeholder", None)
    form[name].label, form[name].help_text = label, help_text
    return ""


@register.inclusion_tag("components/error_summary.html")
def error_summary(form):
    """Write what is wrong on top, each line a link to its field."""
    return {"errors": form_errors(form) if form.is_bound else []}


def form_errors(form):
    lines = [{"href": "", "label": "", "text": text} for text in form.non_field_errors()]
    for field in form.visible_fields():
        first = field.id_for_label or f"{field.auto_id}_0"
        lines += [{"href": f"#{first}", "label": field.label, "text": text} for text in field.errors]
    for field in form.hidden_fields():
        lines += [{"href": "", "label": field.label, "text": text} for text in field.errors]
    return lines


@register.inclusion_tag("components/form.html", takes_context=True)
def form_layout(context, form, submit_label=_("Save"), cancel_url="", action="", kind="primary", hidden="", *, draft=False):
    """Write the whole form: summary of errors, fields, one button that says the act, a way back; `draft`: may be kept unfinished."""
    if hasattr(form, "helper"):
        form.helper.form_tag = False
        form.helper.disable_csrf = True
    return {
        "form": form,
        "submit_label": submit_label,
        "cancel_url": cancel_url,
        "action": action,
        "kind": kind,
        "hidden": hidden,
        "draft": draft,
        "csrf_token": context.get("csrf_token"),
    }
