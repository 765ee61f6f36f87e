from django.db import migrations, models


def tell_ways(apps, schema_editor):
    answered = apps.get_model("monitoring", "Invitation")._base_manager.filter(answered_at__isnull=False)
    answered.filter(from_paper=True).update(way="paper")
    answered.filter(from_paper=False).update(way="account")


def tell_paper(apps, schema_editor):
    apps.get_model("monitoring", "Invitation")._base_manager.filter(way="paper").update(from_paper=True)


class Migration(migrations.Migration):
    dependencies = [
        ("monitoring", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="invitation", name="answered_invitation_has_time_and_author"),
        migrations.AddField(
            model_name="invitation",
            name="way",
            field=models.CharField(
                blank=True,
                choices=[("account", "from the account"), ("link", "by personal link"), ("paper", "from paper")],
                default="",
                max_length=10,
                verbose_name="how it was answered",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(tell_ways, tell_paper),
        migrations.RemoveField(model_name="invitation", name="from_paper"),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(answered_at__isnull=True, answered_by__isnull=True, way="")
                | models.Q(answered_at__isnull=False, answered_by__isnull=True, way="link")
                | models.Q(answered_at__isnull=False, answered_by__isnull=False, way__in=("account", "paper")),
                name="answered_invitation_has_time_author_and_way",
            ),
        ),
    ]
