"""The built site as one file, and its checksum: the same bytes from the same commit.

Run as `python -m hosting.release`, with the time of the commit in `SOURCE_DATE_EPOCH`.
"""

import os
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from checklists.guide.model import Guide
from checklists.reading.configuration import read_configuration

PACKAGE = "ryggen-fri"
_READABLE = 0o100644 << 16  # a file, for a zip made on Unix


def archive(site: Path, seconds: int) -> bytes:
    """A zip of the files of a folder, in the order of their names, each of one time.

    `seconds` is since 1970 in UTC; a zip has no time zone.
    """
    moment = datetime.fromtimestamp(seconds, UTC)
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        for path in sorted(site.rglob("*")):
            if path.is_file():
                file.writestr(_entry(path.relative_to(site), moment), path.read_bytes())
    return packed.getvalue()


def _entry(path: Path, moment: datetime) -> ZipInfo:
    entry = ZipInfo(path.as_posix(), moment.timetuple()[:6])
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, _READABLE
    return entry


def release(site: Path, folder: Path, name: str, seconds: int) -> Path:
    """Write the archive and, beside it, its checksum for `sha256sum --check`."""
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}-{version(PACKAGE)}.zip"
    file.write_bytes(archive(site, seconds))
    line = f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
    file.with_name(f"{file.name}.sha256").write_text(line, "utf-8")
    return file


if __name__ == "__main__":
    guide = Guide()
    read_configuration(guide, Path())
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    print(release(Path("site"), Path("dist"), guide.settings.id, moment))  # noqa: T201
