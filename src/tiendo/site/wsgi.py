"""The application a server runs: `granian --interface wsgi tiendo.site.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from tiendo.store.opening import SETTINGS

os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
application = get_wsgi_application()
