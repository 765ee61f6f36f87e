import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The table exists: it was made as that of `reports.OrderText`."""

    dependencies = [
        ("accounts", "0001_initial"),
        ("programmes", "0002_dictionaries_switched"),
        ("reports", "0013_wordings_move_down"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Wording",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(max_length=40, verbose_name="kind")),
                        ("texts", models.JSONField()),
                        (
                            "changed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.membership"
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wording of a kind of papers",
                        "constraints": [models.UniqueConstraint(fields=("school", "kind"), name="one_wording_per_kind")],
                    },
                ),
            ],
        ),
    ]
