"""Which of the two languages a text is in, by the words that only one of them has."""

import re
from collections import Counter

from checklists.grammar.prose import remembered, rough_words

_COMMON = {
    "nb": """
        aldri alle alltid alt altså andre annen ansvar arbeidet av avslutt avtal avtale
        avtalen avtalt bare bedre begge begynn beklager ber ble bli blir blitt bra bruk
        bruker burde bør da dagens dager deg dem den denne der dere deres derfor dermed
        dersom det dette din ditt du egen eksempel eller endret enn ennå er ett etter
        etterpå feil fikk finn finne finner finnes fjern flere fordi forrige fortell fra
        fram fredag fristen få får fått før først første gangen ganger gi gikk gir gjelder
        gjennom gjerne gjort gjør gjøre god greit grunn gå går gått hadde han har hei hele
        heller henne hennes hent hente hjelp hjelpe hjelper hjem holder hos hun husker hva
        hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hører høyt igjen ikke
        ingen ingenting inn innen innhold ja januar jeg jo juli juni kan kanskje kjenner
        klokka knappen kollega kollegaen kollegaer kollegene kom komme kommer kopier kunde
        kunden kunder kunne lagre lagret leder lederen lenke lenken les lese ligger listen
        listene litt lov lover lovet lukk mai mandag mange med meg meld mellom mer minutter
        morgen mot mye må måtte møte møtene møtet ned nei neste noe noen ny nye nytt nå når
        og også om onsdag opp oss punktet på ringer råd sa sagt saken samme sammen samtale
        samtalen seg selv sende sendt senere ser si side siden sidene sier sist siste sitt
        sjekk sjekkliste sjekklisten skal skjedde skjer skjønner skriv skrive skriver skulle
        slett slik slutt snakk snakker som spør spørre spørsmål står svar svare svarer
        svaret så ta takk telefonen tid tiden tidspunkt til tilbake timer ting tirsdag
        torsdag trenger trusler uansett uka uke uken unnskyld ut uten var ved veiledning
        velg velge vent venter vet vi videre viktig viktigst vil ville viser vår våre vær
        være vært å åpne én øv øve
    """,
    "en": """
        a about after again against agree agreed agreement alone always and angry another
        answer answers any anyone anything are aren’t as ask asked asks away back because
        been before being below better between both bring browser but call called calls came
        can cannot can’t change checklist choose clear close colleague colleagues come comes
        conversation could couldn’t customer customers customer’s day days deadline decide
        delete did didn’t do does doesn’t don’t down download during each else enough even
        every everybody everyone everything facts february few file first five following
        friday from get gets give given gives goes going good got guide had half happened
        happens has hasn’t have haven’t he hear heard hello help here him his hour hours how
        if in into is isn’t it its it’s i’d i’ll i’m i’ve january july june just keep know
        knows later leave less let let’s list little look made make makes manager many march
        matter maybe me meeting might minutes mistake monday more morning most much must my
        name names need never new next nobody not nothing now numbers of off often on once
        one only or other others our out own page pages people perhaps phone please practise
        promise promised put questions quiet read ready really reason remember said same
        saturday save say saying says see seen shall she should show shows since some
        somebody someone something sorry speak stand stay such sunday take taken takes talk
        tell than thank thanks that that’s the their them then there there’s these they
        they’re thing things think this those threats through thursday today together
        tomorrow too try tuesday two until up us use very wait want wants was wasn’t we
        wednesday week weeks well went were we’ll we’re we’ve what what’s when where whether
        which while who whom whose why will with without won’t words work working would
        write writing written wrong yes yesterday yet you your yours yourself you’ll you’re
        you’ve
    """,
}
"""Words such as «for», «her» and «to» are in both languages, and say nothing."""

_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]+(?:[’'-][^\W\d_]+)*(?![\w@/-])")
_NORWEGIAN = re.compile("[æøå]")
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_LANGUAGE_OF = {word: language for language, words in _COMMON.items() for word in words.split()}


@remembered
def may_be(text: str, language: str) -> bool:
    """Whether any word says that a text is in a language. Faster than to weigh them all."""
    if language == "nb" and _NORWEGIAN.search(text):
        return True
    return not _WORDS[language].isdisjoint(rough_words(text))


def evidence(text: str) -> Counter[str]:
    """Language -> how many words of a plain text say so. «of» in Bank of England says nothing."""
    words = _WORD.findall(text)
    found: Counter[str] = Counter()
    for index, word in enumerate(words):
        language = _LANGUAGE_OF.get(word.lower().replace("'", "’"))
        if language and not _is_of_a_name(words, index):
            found[language] += 1
        elif word.islower() and _NORWEGIAN.search(word):
            found["nb"] += 1
    return found


def _is_of_a_name(words: list[str], index: int) -> bool:
    """It begins with a capital inside a text, is in capitals, or stands between two names.

    «A» alone, or before a capital, is a letter.
    """
    word, next_word = words[index], words[index + 1 : index + 2]
    if index == 0:
        return word.isupper() and (len(word) > 1 or not next_word or next_word[0][0].isupper())
    is_between = bool(next_word) and words[index - 1][0].isupper() and next_word[0][0].isupper()
    return is_between or word[0].isupper()
