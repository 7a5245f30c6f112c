"""What every test shares: this folder on the path (`from strategies import plans`), and patience under load."""

import sys

from hypothesis import HealthCheck, settings

settings.register_profile("tiendo", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tiendo")

main_module = sys.modules["__main__"]
if not hasattr(main_module, "__file__"):  # a worker of xdist has no main file, which Spark's client takes for a doctest
    main_module.__file__ = __file__
