"""The commitments as Parquet, types kept, the codebook in the fields."""

from io import BytesIO

from classifier.report.figures import Figures
from classifier.report.records import FIELDS


def to_parquet(figures: Figures) -> bytes:
    """Every commitment with its fields' types; each field carries its description."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "integer": pa.int32(), "number": pa.float64(), "boolean": pa.bool_()}
    schema = pa.schema(
        [
            pa.field(name, types[kind], metadata={"description": figures.words(f"field.{name}")})
            for name, kind in FIELDS.items()
        ],
        metadata={"title": figures.words("data.title", year=figures.year)},
    )
    columns = zip(*(record.values for record in figures.records), strict=True)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    out = BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()
