"""Drafts of a review and their edits; when each person last looked (made by makemigrations)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0003_initial_3'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReviewDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateField()),
                ('form', models.TextField()),
                ('lang', models.CharField(max_length=2)),
                ('begun_at', models.DateTimeField()),
                ('position', models.TextField()),
                ('pieces', models.JSONField()),
                ('bounds', models.JSONField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='store.plan')),
            ],
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='store.plan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('account', 'plan'), name='look_once')],
            },
        ),
        migrations.CreateModel(
            name='DraftEdit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.TextField()),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField(null=True)),
                ('kind', models.TextField()),
                ('origin', models.PositiveIntegerField()),
                ('bounds', models.JSONField(default=list)),
                ('at', models.DateTimeField()),
                ('position', models.TextField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='edits', to='store.reviewdraft')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('draft', 'place', 'number'), name='draft_edit_once')],
            },
        ),
    ]
