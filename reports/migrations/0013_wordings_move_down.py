from django.db import migrations


class Migration(migrations.Migration):
    """The table is that of `programmes.Wording` from now on: contracts and orders are worded in one place."""

    dependencies = [
        ("reports", "0012_one_draft_per_form"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable("OrderText", "programmes_wording")],
            state_operations=[migrations.DeleteModel("OrderText")],
        ),
    ]
