"""Django's settings out of the declared table (`site.table`); nothing is read from anywhere else."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from tiendo.site.table import read_settings

_VALUES = read_settings(os.environ)
_HOUSE = Path(__file__).parents[1]
_SECURE = _VALUES["TIENDO_ADDRESS"].startswith("https://")  # on a laptop, at no address of its own, plain http

DEBUG = False
SECRET_KEY = _VALUES["TIENDO_SECRET_KEY"]
ALLOWED_HOSTS = list(_VALUES["TIENDO_HOSTS"])
CSRF_TRUSTED_ORIGINS = [_VALUES["TIENDO_ADDRESS"]] if _VALUES["TIENDO_ADDRESS"] else []
DATABASES = {"default": _VALUES["DATABASE_URL"]}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "store.Account"
ROOT_URLCONF = "tiendo.site.urls"
WSGI_APPLICATION = "tiendo.site.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_htmx",
    "treebeard",
    "tiendo.store",
    "tiendo.web",
]
MIDDLEWARE = [
    "tiendo.web.board.public.PublicPages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tiendo.web.answers.Answers",
    "tiendo.site.sign_in.ProviderSilent",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [{
    "BACKEND": "django.template.backends.jinja2.Jinja2",
    "DIRS": [_HOUSE / "web" / "design" / "templates"],
    "OPTIONS": {
        "environment": "tiendo.web.design.environment.environment", "context_processors": ["tiendo.web.asking.context"],
    },
}, {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "APP_DIRS": True,
    "OPTIONS": {"context_processors": [
        "django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages",
    ]},
}]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}}]
CSRF_FAILURE_VIEW = "tiendo.web.broken.forged"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "tiendo.site.sign_in.ClosedDoor"
MFA_ADAPTER = "tiendo.site.sign_in.SecondFactor"
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # axes counts wrong passwords, in the database, for every worker
SOCIALACCOUNT_ADAPTER = "tiendo.site.sign_in.KnownAccountsOnly"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = False
# A link, not a form: the policy's form-action holds for every host a provider redirects over, and those are not known.
# Nobody is signed in as another by it: the answer is bound to the session that asked and names the provider's user.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{
    "provider_id": "office", "name": _VALUES["TIENDO_OIDC_NAME"], "client_id": _VALUES["TIENDO_OIDC_CLIENT"],
    "secret": _VALUES["TIENDO_OIDC_SECRET"], "settings": {"server_url": _VALUES["TIENDO_OIDC_ISSUER"]},
}] if _VALUES["TIENDO_OIDC_ISSUER"] else []}}
AXES_FAILURE_LIMIT = _VALUES["TIENDO_LOCK_AFTER"]
AXES_COOLOFF_TIME = timedelta(minutes=_VALUES["TIENDO_LOCK_MINUTES"])
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "tiendo.site.sign_in.locked_out"

SESSION_COOKIE_AGE = 3600 * _VALUES["TIENDO_SESSION_HOURS"]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # a sign-in that comes back from the provider is another site's link
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _SECURE
SECURE_HSTS_SECONDS = 31_536_000 if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _SECURE else None
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {
    "default-src": [NONE], "script-src": [SELF], "style-src": [SELF], "img-src": [SELF, "data:"], "font-src": [SELF],
    "connect-src": [SELF], "manifest-src": [SELF], "worker-src": [SELF], "form-action": [SELF], "base-uri": [NONE],
    "frame-ancestors": [NONE],
}}

USE_TZ = True
TIME_ZONE = _VALUES["TIENDO_TIME_ZONE"]
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = None
STATICFILES_DIRS = [_HOUSE / "web" / "design" / "static", ("fonts", _HOUSE / "review" / "fonts")]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}  # files people send are blobs of the register, never files of the server

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DEFAULT_FROM_EMAIL = _VALUES["TIENDO_MAIL_FROM"]
for _name, _value in _VALUES["TIENDO_MAIL_URL"].items():
    globals()[_name] = _value

TIENDO = {
    "demo": _VALUES["TIENDO_DEMO"], "address": _VALUES["TIENDO_ADDRESS"],
    "upload_bytes": _VALUES["TIENDO_UPLOAD_MB"] * 1024 * 1024, "remind_days": _VALUES["TIENDO_REMIND_DAYS"],
}  # the register's own, for the rooms above and below

LOGGING = {
    "version": 1, "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
