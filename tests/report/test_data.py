"""Files for researchers: a package whose description and contents agree."""

import csv
import json

import pytest
from report_readers import csv_rows
from scenes import figures as scene
from scenes import files, findings, joins

from classifier.report import Sources, compute, read_previous, write_report

TYPES = {"string": str, "integer": int, "number": float}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("package")
    write_report(scene(), path, ["csv", "json", "parquet"])
    return path


@pytest.fixture(scope="module")
def package(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def whole(folder):
    return json.loads((folder / "figures.json").read_text(encoding="utf-8"))


def test_every_csv_is_a_resource_and_every_resource_a_csv(folder, package):
    assert sorted(one["path"] for one in package["resources"]) == sorted(p.name for p in folder.glob("*.csv"))


def test_names_of_resources_are_as_the_specification_wants_them(package):
    names = [package["name"], *(one["name"] for one in package["resources"])]
    assert all(name == name.lower() and "_" not in name and " " not in name for name in names)
    assert len(names) == len(set(names))


def test_every_value_has_the_type_that_is_described(folder, package):
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        for row in csv_rows(folder / resource["path"])[1:]:
            for field, value in zip(fields, row, strict=True):
                if value and field["type"] == "boolean":
                    assert value in ("true", "false"), (resource["name"], field["name"])
                elif value:
                    TYPES[field["type"]](value)


def test_primary_keys_are_unique(folder, package):
    for resource in package["resources"]:
        head, *rows = csv_rows(folder / resource["path"])
        places = [head.index(name) for name in resource["schema"]["primaryKey"]]
        keys = [tuple(row[at] for at in places) for row in rows]
        assert len(keys) == len(set(keys)), resource["name"]


def test_the_package_names_model_program_and_data(package):
    assert {"model", "program", "code", "database", "read"} <= set(package["ogp_justice"])


def test_a_package_in_spanish_is_described_in_spanish(tmp_path):
    write_report(scene("es"), tmp_path, ["json"])
    found = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert found["languages"] == ["es"] and found["title"].startswith("Compromisos")


def test_json_says_what_the_report_says(whole):
    assert whole["year"] == 2023 and whole["language"] == "en"
    assert whole["sentences"]["cover"].startswith("Of 7 commitments")
    assert whole["facts"]["justice"] == 3
    assert whole["warnings"] == ["1 files could not be read; see “File by file”."]


def test_json_carries_the_examples_with_their_links(whole):
    assert {one["category"] for one in whole["examples"]} == {
        "access_to_justice",
        "open_justice_institutions",
        "justice_for_open_government",
    }
    assert all(one["link"].endswith("#page=3") for one in whole["examples"])


def test_csv_is_as_rfc_4180_wants_it(folder):
    for path in folder.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
        assert len({len(row) for row in rows}) == 1, path.name


def test_what_was_written_can_be_compared_with_later(folder):
    previous = read_previous(folder)
    assert previous.year == 2023 and len(previous.commitments) == len(findings())


def test_without_files_and_database_the_package_is_whole(tmp_path):
    bare = compute(findings()[:1], Sources())
    write_report(bare, tmp_path, ["csv", "json"])
    found = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert all((tmp_path / one["path"]).exists() for one in found["resources"])


def test_an_earlier_report_adds_its_tables_to_the_package(folder, tmp_path):
    later = compute(findings(), Sources(files=files(), joins=joins(), previous=read_previous(folder)))
    write_report(later, tmp_path, ["csv", "json"])
    found = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert {"changes", "changed"} <= {one["name"] for one in found["resources"]}
