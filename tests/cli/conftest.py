"""A workspace for verbs that only read."""

import pytest
from workspaces import made_workspace


@pytest.fixture
def folder(tmp_path):
    return made_workspace(tmp_path)
