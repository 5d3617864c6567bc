/** `<review-dates>`: choose the first day, see when to review, download the dates as a calendar file. */

import { makeCalendar } from '../calendar/calendar.js';
import { addDays, reviewDates } from './dates.js';
import { el } from '../site/dom.js';
import { download } from '../site/download.js';
import { guideId } from '../site/guide.js';
import { localDate } from '../site/time.js';
import { t } from '../site/words.js';

class ReviewDates extends HTMLElement {
  #input = el('input', { className: 'input', type: 'date', required: true, value: localDate() });
  #list = el('ol', {});
  #problem = el('p', { role: 'status' });
  #button = el('button', { className: 'button', type: 'button' }, t('download'));

  connectedCallback() {
    if (this.#list.isConnected) return;
    this.#input.addEventListener('input', () => this.#show());
    this.#button.addEventListener('click', () => this.#download());
    const label = el('label', { className: 'field' }, t('first_day'), this.#input);
    const moved = el('p', { className: 'quiet' }, t('moved_dates'));
    this.replaceChildren(label, this.#problem, this.#list, moved, this.#button);
    this.#show();
  }

  get #dates() {
    return reviewDates(this.#input.value);
  }

  #show() {
    const format = new Intl.DateTimeFormat(t('locale'), { dateStyle: 'full', timeZone: 'UTC' });
    this.#list.replaceChildren(...this.#dates.map((date) =>
      el('li', {}, el('time', { dateTime: date }, format.format(new Date(`${date}T00:00:00Z`))))));
    this.#button.disabled = !this.#dates.length;
    const isTooFar = this.#input.value !== '' && this.#button.disabled;
    this.#problem.textContent = isTooFar ? t('too_far') : '';
  }

  #download() {
    const events = this.#dates.map((date) => ({
      uid: `review-${date}`,
      title: t('review_title'),
      text: t('review_text'),
      url: location.href.replace(/#.*/, ''),
      start: date,
      end: addDays(date, 1),
    }));
    download(`${guideId()}.ics`, 'text/calendar', makeCalendar(events, Date.now()));
  }
}

customElements.define('review-dates', ReviewDates);
