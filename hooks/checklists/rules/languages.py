"""The languages of the guide, and what it leaves out."""

from collections.abc import Iterator

from checklists.guide.addresses import HOME
from checklists.guide.finding import Finding
from checklists.guide.model import DataFile, Guide, Spanned
from checklists.guide.places import Place, Span
from checklists.guide.rule import Rule
from checklists.guide.suggestions import plural, suggest
from checklists.reading.configuration import CONFIGURATION
from checklists.reading.layers import ENGINE, LAYERS

LANGUAGE = Rule(
    "CL312",
    "A language of the guide has pages, and a folder of pages is in use",
    "A reader would meet an empty place, or never see what somebody has written.",
)

WORDS = Rule(
    "CL313",
    "A language has every word of the interface, and no others",
    "The reader would meet an empty button, or one in another language.",
)


def languages(guide: Guide) -> Iterator[Finding]:
    for language in guide.languages:
        if not any(of == language for of, _ in (*guide.pages, *guide.unread)):
            help = f"write pages in docs/{language} or own/{language}"
            yield _of_settings(guide, f"no pages in `{language}`", help)
    for folder, path in guide.folders.items():
        if folder not in (*guide.languages, *guide.settings.without):
            message = f"{path} is no language of the guide: nothing in it is built"
            help = f"add `{folder}` to `languages`, or to `without`, in {CONFIGURATION}"
            yield _of_settings(guide, message, help)
    known = {*guide.folders, *(key for _, key in (*guide.pages, *guide.left_out))}
    for key in (key for key in guide.settings.without if key not in known - {HOME}):
        yield _of_settings(
            guide, f"`without` names no page that can be left out: `{key}`", suggest(key, known)
        )


def words(guide: Guide) -> Iterator[Finding]:
    """CL313. A guide may have sections of the menu that the engine has not."""
    engine = {name for file in _files(guide, ENGINE) for name in _names(file)}
    for file in _files(guide, *LAYERS[1:]):
        for name, word in _names(file).items():
            if name not in engine and not name.startswith("menu."):
                help = suggest(name, engine)
                yield file.finding(WORDS, word.span, f"no such word: `{name}`", help)
    for language in guide.languages:
        has = {name for file in _files(guide) if file.language == language for name in _names(file)}
        if lacking := sorted(engine - has):
            message = f"{plural(len(lacking), 'word')} missing in `{language}`"
            yield Finding(Place(f"own/words/{language}.yml"), WORDS, message, ", ".join(lacking))


def _files(guide: Guide, *layers: str) -> list[DataFile]:
    found = (file for file in guide.data.values() if file.language)
    return [each for each in found if not layers or each.path.partition("/")[0] in layers]


def _names(file: DataFile) -> dict[str, Spanned]:
    return {".".join(map(str, path)): word for path, word in file.strings.items()}


def _of_settings(guide: Guide, message: str, help: str) -> Finding:
    file = guide.data.get(CONFIGURATION)
    if file is None:
        return Finding(Place(CONFIGURATION), LANGUAGE, message, help)
    span = file.spans.get(("extra", "guide"), Span(1, 1))
    return file.finding(LANGUAGE, span, message, help)
