/** The records of a page in the active meeting. Each meeting has its own. */

import { activeMeeting, onMeetingChange } from './meeting.js';
import { NO_MEETING } from './record.js';
import { formerKeys, openStore } from './store.js';

export class Session {
  /**
   * @param {string} store
   * @param {Element} list `key`: of its page. `was`: earlier keys, whose records are moved to this one.
   *   `no-meeting`: it has one set of records, whichever meeting is active.
   * @param {() => void} listener As for a shelf; also called when another meeting becomes active.
   */
  constructor(store, list, listener) {
    const page = list.getAttribute('key') ?? '';
    const former = formerKeys(list);
    const meeting = () => (list.hasAttribute('no-meeting') ? NO_MEETING : activeMeeting());
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
