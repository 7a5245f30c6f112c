"""What every test shares: this folder on the path (`from strategies import plans`), and patience under load."""

from hypothesis import HealthCheck, settings

settings.register_profile("tiendo", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tiendo")
