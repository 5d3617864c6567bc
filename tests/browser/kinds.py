"""One page of each kind. Pages of a kind share a template, so what fails on one fails here."""

KINDS = (
    "",
    "situations/saying-no/",
    "principles/take-breaks/",
    "practice/saying-no/",
    "finder/",
    "onboarding/overview/",
    "onboarding/day-1/",
    "onboarding/review/",
    "onboarding/sign-off/",
    "lines/",
    "templates/",
    "log/",
    "meetings/",
    "my-data/",
    "points/",
    "sources/",
    "wiki/",
    "privacy/",
    "404.html",
    "offline/",
)
