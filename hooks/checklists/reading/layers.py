"""The folders that a guide is made of. A file takes the place of one of the same path before it."""

from pathlib import Path

ENGINE, CONTENT, OWN = "overrides", "docs", "own"
LAYERS = (ENGINE, CONTENT, OWN)


def layered(root: Path, folder: str) -> dict[str, Path]:
    """Path below its layer -> the file that counts, of all files in `folder` of the layers."""
    found = {
        file.relative_to(root / layer).as_posix(): file
        for layer in LAYERS
        for file in visible_files(root / layer / folder)
    }
    return dict(sorted(found.items()))


def visible_files(folder: Path) -> list[Path]:
    """The files in a folder and below, sorted, without hidden ones."""
    return [path for path in visible(folder, "*") if path.is_file()]


def visible(folder: Path, pattern: str) -> list[Path]:
    """MkDocs passes over hidden files, too: `.draft.md`, `.#open-elsewhere.md`."""
    found = ((path, path.relative_to(folder).parts) for path in folder.rglob(pattern))
    return sorted(path for path, parts in found if not any(part[0] == "." for part in parts))
