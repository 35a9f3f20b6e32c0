import importlib

from classifier.extract import profiles
from classifier.fences import PRELOAD, Fence, fenced


def loaded():
    return profiles._profiles.cache_info().currsize


def test_what_the_fork_server_loads_is_there():
    for name in PRELOAD:
        assert importlib.import_module(name)


def test_a_fenced_process_starts_with_the_language_profiles_in_memory():
    assert fenced(loaded, fence=Fence(seconds=60)) == 1
