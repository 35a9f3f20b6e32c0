import inspect

import pytest

from classifier import errors, fences

TREE = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, errors.OgpJusticeError)]


@pytest.mark.parametrize("kind", TREE)
def test_the_tree_at_the_top_names_every_class(kind):
    assert kind.__name__ in errors.__doc__


@pytest.mark.parametrize(
    "kind",
    [errors.InputError, errors.WorkspaceError, errors.ModelError, errors.CorpusError, errors.OutputError],
)
def test_families_have_exit_codes_of_their_own(kind):
    assert f"{kind.__name__}" in errors.__doc__
    assert str(kind.exit_code) in next(line for line in errors.__doc__.splitlines() if kind.__name__ in line)


def test_each_kind_of_bad_input_has_its_own_outcome():
    kinds = [*errors.InputError.__subclasses__()]
    assert fences.WorkerDied in kinds
    assert len({kind.outcome for kind in kinds}) == len(kinds)
