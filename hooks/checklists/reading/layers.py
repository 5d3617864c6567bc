"""The folders that a guide is made of: engine, content, and what its owner changes in them.

A file takes the place of one of the same path in the layer before. A YAML file adds to it instead.
"""

from pathlib import Path

ENGINE, CONTENT, OWN = "overrides", "docs", "own"
LAYERS = (ENGINE, CONTENT, OWN)


def effective_files(root: Path, folder: str) -> dict[str, Path]:
    """Path below its layer -> the file that counts, of all files in `folder` of the layers."""
    found = {
        file.relative_to(root / layer).as_posix(): file
        for layer in LAYERS
        for file in _visible(root / layer / folder)
        if file.suffix == ".md" or file.is_file()
    }
    return dict(sorted(found.items()))


def versions(root: Path, path: str) -> list[Path]:
    """The files of a path, in the order of the layers: the last one counts."""
    found = (root / layer / path for layer in LAYERS)
    return [file for file in found if file.exists()]


def effective_files_below(root: Path, folder: str) -> dict[str, Path]:
    """As `effective_files`, by the path below `folder`."""
    return {
        path.removeprefix(f"{folder}/"): file
        for path, file in effective_files(root, folder).items()
    }


def visible_files(folder: Path) -> list[Path]:
    """The files in a folder and below, sorted, without hidden ones."""
    return [path for path in _visible(folder) if path.is_file()]


def _visible(folder: Path) -> list[Path]:
    """MkDocs passes over hidden files, too: `.draft.md`, `.#open-elsewhere.md`."""
    found = ((path, path.relative_to(folder).parts) for path in folder.rglob("*"))
    return sorted(path for path, parts in found if not any(part[0] == "." for part in parts))


def written_layer(root: Path) -> Path:
    """Where commands write: what is one's own, in a guide that has such a folder."""
    return root / (OWN if (root / OWN).is_dir() else CONTENT)
