/** The records of a page in the active meeting. Each meeting has its own. */

import { NO_MEETING, activeMeeting, onMeetingChange } from './meeting.js';
import { openStore } from './store.js';

/** A new colleague has one set of ticks, independent of meetings. */
const ONBOARDING = /^onboarding\//;

export class Session {
  /**
   * @param {string} store
   * @param {string} page
   * @param {string[]} former Earlier keys of the page: their records are moved to this one.
   * @param {() => void} listener As for a shelf; also called when another meeting becomes active.
   */
  constructor(store, page, former, listener) {
    const meeting = () => (ONBOARDING.test(page) ? NO_MEETING : activeMeeting());
    const shelf = () => openStore().shelf(store, [meeting(), page]);
    const subscribe = () => this.shelf.subscribe(listener, former.map((key) => [meeting(), key]));
    /** Of the active meeting. */
    this.shelf = shelf();
    /** Resolves when the records have been read, or reading has failed. */
    this.ready = subscribe();
    onMeetingChange(() => {
      if (shelf() === this.shelf) return;
      this.shelf.unsubscribe(listener);
      this.shelf = shelf();
      this.ready = subscribe();
    });
  }
}
