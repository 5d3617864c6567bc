/**
 * What is kept for a page in the meeting one is in: each meeting is a run of its own.
 *
 * @typedef {import('./record.js').Changes} Changes
 */

import { NO_MEETING, meetingNow, onMeeting } from './meeting.js';
import { openStore } from './store.js';

/** A new colleague has one run only, whatever meeting comes between. */
const ALONE = /^onboarding\//;

export class Run {
  /** Its meeting. */
  meeting = '';
  /** Resolves when the records have been read, or cannot be. */
  ready = Promise.resolve();
  #store;
  #page;
  #former;
  #listener;

  /**
   * @param {string} store
   * @param {string} page
   * @param {string[]} former Keys that the page had before: their records become its own.
   * @param {() => void} listener As of a shelf; called, too, when one enters another meeting.
   */
  constructor(store, page, former, listener) {
    this.#store = store;
    this.#page = page;
    this.#former = former;
    this.#listener = listener;
    this.#enter();
    onMeeting(() => this.#enter());
  }

  get shelf() {
    return openStore().shelf(this.#store, [this.meeting, this.#page]);
  }

  #enter() {
    const meeting = ALONE.test(this.#page) ? NO_MEETING : meetingNow();
    if (meeting === this.meeting) return;
    this.meeting = meeting;
    const former = this.#former.map((page) => [meeting, page]);
    const { shelf } = this;
    this.ready = shelf.follow(() => shelf === this.shelf && this.#listener(), former);
  }
}
