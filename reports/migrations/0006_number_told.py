"""Counters as they stand may have been told by somebody: none goes back behind what it is."""

from django.db import migrations, models
from django.db.models import F


def keep_what_is(apps, schema_editor):
    apps.get_model("reports", "NumberCounter")._base_manager.using(schema_editor.connection.alias).update(told=F("last"))


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0005_numbers_once"),
    ]

    operations = [
        migrations.AddField(
            model_name="numbercounter",
            name="told",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.RunPython(keep_what_is, migrations.RunPython.noop),
    ]
