"""Office files that are the same bytes for the same content."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# Zip files cannot hold an earlier date.
EPOCH = (1980, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def still(content: bytes, date: str) -> bytes:
    """An office file with no clock in it: entries undated, its properties of one day.

    `date` is an ISO date; empty leaves the properties' own.
    """
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                stamp = f"{date or '2011-09-20'}T00:00:00Z".encode()
                data = _DATES.sub(rb"\g<1>" + stamp + rb"\g<3>", data)
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, data)
    return out.getvalue()
