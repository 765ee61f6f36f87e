from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0009_order_writers"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="order",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
    ]
