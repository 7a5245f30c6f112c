"""Where projects stand, and the outline of a plan's body."""

import tiendo.store.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0004_drafts_and_looks")]
    operations = [
        migrations.AddField('project', 'latitude', tiendo.store.fields.OptionalDecimalField(null=True)),
        migrations.AddField('project', 'longitude', tiendo.store.fields.OptionalDecimalField(null=True)),
        migrations.AddField('plan', 'outline', models.TextField(default='')),
    ]
