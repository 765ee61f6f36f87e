"""A number stands on one paper. Papers that bear one number already keep it: the later ones are counted as its twins."""

from itertools import groupby
from operator import itemgetter

from django.db import migrations, models

ROW = ("school_id", "year", "series", "number")


def count_twins(apps, schema_editor):
    orders = apps.get_model("reports", "Order")._base_manager.using(schema_editor.connection.alias)
    rows = orders.exclude(number="").order_by(*ROW, "pk").values_list("pk", *ROW)
    for _row, twins in groupby(rows, key=itemgetter(1, 2, 3, 4)):
        for twin, (key, *_rest) in enumerate(twins):
            if twin:
                orders.filter(pk=key).update(twin=twin)


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0004_number_hold"),
    ]

    operations = [
        migrations.AddField(
            model_name="order",
            name="twin",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.RunPython(count_twins, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("school", "year", "series", "number", "twin"),
                name="one_order_per_printed_number",
                violation_error_message="An order with this number already exists.",
            ),
        ),
    ]
