"""The first tables, part 3 of 3 (made by makemigrations, cut to the house's size)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0002_initial_2")]
    operations = [
        migrations.AddConstraint(
            model_name='claimdecision',
            constraint=models.UniqueConstraint(fields=('plan', 'code'), name='decision_code'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(fields=('target', 'period', 'assigned_on'), name='assignment_once'),
        ),
        migrations.AddConstraint(
            model_name='targetversion',
            constraint=models.UniqueConstraint(fields=('target', 'number'), name='target_version_number'),
        ),
        migrations.AddConstraint(
            model_name='milestone',
            constraint=models.UniqueConstraint(fields=('version', 'on'), name='milestone_day'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.UniqueConstraint(fields=('version', 'code'), name='component_code'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.UniqueConstraint(fields=('plan', 'code'), name='task_code'),
        ),
    ]
