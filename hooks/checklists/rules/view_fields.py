"""What templates are given. Tests hold these tables against the views and against Jinja."""

from checklists.rules.settings import names

CONTEXT = names(
    """config nav pages page base_url extra_css extra_javascript mkdocs_version build_date_utc
    key review_by review_by_text checklist partner organisation script_words has_scenes good_endings
    findings duration cards lines tools points sources root_url language other_language other_url
    words lang features palette
    loop super self caller varargs kwargs range dict lipsum cycler joiner namespace"""
)
FILTERS = names(
    """abs attr batch capitalize center count d default dictsort e escape filesizeformat first float
    forceescape format groupby indent int items join last length list lower map max min pprint
    random reject rejectattr replace reverse round safe script_tag select selectattr slice sort
    string striptags sum title tojson trim truncate unique upper url urlencode urlize wordcount
    wordwrap xmlattr"""
)
TESTS = names(
    """boolean callable defined divisibleby eq equalto escaped even false filter float ge
    greaterthan gt in integer iterable le lessthan lower lt mapping ne none not number odd
    sameas sequence string test true undefined upper"""
)
_CARD = names("key url title summary minutes items was icon group")
_LINK = names("title url")
_SOURCE = names("key title short url note")
_PROCEDURE = names("title url")

FIELDS = {
    "checklist": names("key was minutes mode count owner reviewed reviewed_text sources"),
    "partner": _LINK,
    "organisation": names("name contacts procedures incidents"),
}
"""Fields of what templates are given, by its name."""
LISTS = {
    "cards": _CARD,
    "tools": _LINK,
    "points": names("key text advice items"),
    "lines": names("key keys title url moments"),
    "situation.moments": names("title items lines"),
    "moment.lines": names("when text translation url"),
    "sources": _SOURCE,
    "checklist.sources": _SOURCE,
    "organisation.contacts": names("role when telephone email hours"),
    "organisation.procedures": _PROCEDURE,
}
"""Fields of the entries of a list, by its name."""
