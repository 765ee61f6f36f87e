from django.db import migrations, models

HAS_KEY = ~models.Q(request_key="")


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0011_reminded_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="request_key",
            field=models.CharField(blank=True, editable=False, max_length=40),
        ),
        migrations.AddField(
            model_name="order",
            name="request_key",
            field=models.CharField(blank=True, editable=False, max_length=40),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(condition=HAS_KEY, fields=("author", "request_key"), name="one_document_per_form"),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.UniqueConstraint(condition=HAS_KEY, fields=("author", "request_key"), name="one_order_per_form"),
        ),
    ]
