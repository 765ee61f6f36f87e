from django.db import migrations

CONTROL = {"text": "Контроль исполнения {control}.", "parts": []}
OPEN = ("draft", "sent", "returned")


def write_control_down(apps, schema_editor):
    """The last item stood outside of the wordings that schools and drafts keep; it stands in them now."""
    texts, orders = (apps.get_model("reports", name)._base_manager.using(schema_editor.connection.alias) for name in ("OrderText", "Order"))
    for row in [*texts.exclude(kind__startswith="document:"), *orders.filter(state__in=OPEN, texts__isnull=False)]:
        row.texts = row.texts | {"items": [*row.texts["items"], CONTROL]}
        row.save(update_fields=["texts"])


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_number_told")]

    operations = [migrations.RunPython(write_control_down, migrations.RunPython.noop)]
