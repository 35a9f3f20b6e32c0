"""What holds for every test."""

from hypothesis import settings

# Hypothesis stops at 0.2 seconds for an example, which a busy machine takes for no fault of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
