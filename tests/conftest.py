"""What holds for every test."""

import subprocess

import pytest
from hypothesis import settings

# Hypothesis stops at 0.2 seconds for an example, which a busy machine takes for no fault of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def small_disk(tmp_path, request):
    """A file system of its own, of the size that the test asks for."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={request.param}", "tmpfs", str(tmp_path)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)
