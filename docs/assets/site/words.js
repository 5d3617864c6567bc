/** The words that only appear with JavaScript, in each language. */

const words = {
  nb: {
    progress: 'Fremdrift',
    count: (/** @type {number} */ done, /** @type {number} */ total) => `${done} av ${total} gjort`,
    nothing: 'Ingen punkter er aktuelle',
    prepared: 'Forberedt',
    saved: 'Lagret i denne nettleseren',
    notSaved: 'Ikke lagret',
    tryAgain: 'Prøv igjen',
    unsaved: 'Ikke lagret. Nettleseren tillot det ikke.',
    slow: 'Nettleseren svarer ikke ennå. La siden stå åpen til kryssene er lagret.',
    lost: 'Nettleseren har stengt lagringen. Last inn siden på nytt, og kryss av igjen det som mangler.',
    unavailable: 'Nettleseren kan ikke lagre. Kryssene forsvinner når du forlater siden.',
    reset: 'Nullstill listen',
    wasReset: 'Listen er nullstilt.',
    undo: 'Angre',
    print: 'Skriv ut',
    notRelevant: 'Ikke aktuelt',
    changed: 'Endret siden du svarte',
    back: 'Tilbake',
    restart: 'Begynn på nytt',
    path: 'Veien hit',
    endings: (/** @type {number} */ seen, /** @type {number} */ total) =>
      `Du har sett ${seen} av ${total} slutter`,
    practised: 'Øvd',
    firstDay: 'Første dag',
    tooFar: 'Velg en dato nærmere i dag.',
    download: 'Last ned til kalenderen',
    reviewTitle: 'Repeter i Ryggen fri',
    reviewText: 'Svar på spørsmålene uten å se svarene først.',
  },
  en: {
    progress: 'Progress',
    count: (/** @type {number} */ done, /** @type {number} */ total) => `${done} of ${total} done`,
    nothing: 'No items are relevant',
    prepared: 'Prepared',
    saved: 'Saved in this browser',
    notSaved: 'Not saved',
    tryAgain: 'Try again',
    unsaved: 'Not saved. The browser did not allow it.',
    slow: 'The browser is not answering yet. Keep the page open until your ticks are saved.',
    lost: 'The browser has closed its storage. Reload the page, and tick again what is missing.',
    unavailable: 'The browser cannot save. Your ticks are lost when you leave the page.',
    reset: 'Reset the list',
    wasReset: 'The list is reset.',
    undo: 'Undo',
    print: 'Print',
    notRelevant: 'Not relevant',
    changed: 'Changed since you answered',
    back: 'Back',
    restart: 'Start again',
    path: 'The way here',
    endings: (/** @type {number} */ seen, /** @type {number} */ total) =>
      `You have seen ${seen} of ${total} endings`,
    practised: 'Practised',
    firstDay: 'First day',
    tooFar: 'Choose a date closer to today.',
    download: 'Download for your calendar',
    reviewTitle: 'Review in Ryggen fri',
    reviewText: 'Answer the questions before you look at the answers.',
  },
};

/** @typedef {keyof typeof words} Language */

/** The language of the page. @returns {Language} */
export function pageLanguage() {
  return document.documentElement.lang === 'en' ? 'en' : 'nb';
}

/** The words in the language of the page. @returns {typeof words.nb} */
export function pageWords() {
  return words[pageLanguage()];
}
