/** `<review-dates>`: choose the first day, see when to review, and take the dates along as a file. */

import { makeCalendar } from '../calendar/calendar.js';
import { addDays, reviewDates } from './dates.js';
import { download } from '../site/download.js';
import { word } from '../site/words.js';

class ReviewDates extends HTMLElement {
  #input = document.createElement('input');
  #list = document.createElement('ol');
  #problem = document.createElement('p');
  #moved = document.createElement('p');
  #button = document.createElement('button');

  connectedCallback() {
    if (this.#list.isConnected) return;
    this.className = 'review-dates';
    const label = document.createElement('label');
    this.#input.type = 'date';
    this.#input.required = true;
    this.#input.value = new Date().toLocaleDateString('sv'); // today here, as YYYY-MM-DD
    this.#input.addEventListener('input', () => this.#show());
    label.append(`${word('first_day')} `, this.#input);
    this.#button.type = 'button';
    this.#button.textContent = word('download');
    this.#button.addEventListener('click', () => this.#download());
    this.#problem.setAttribute('role', 'status');
    this.#moved.textContent = word('moved_dates');
    this.replaceChildren(label, this.#problem, this.#list, this.#moved, this.#button);
    this.#show();
  }

  get #dates() {
    return reviewDates(this.#input.value);
  }

  #show() {
    const format = new Intl.DateTimeFormat(word('locale'), { dateStyle: 'full', timeZone: 'UTC' });
    this.#list.replaceChildren(...this.#dates.map((date) => {
      const entry = document.createElement('li');
      const time = document.createElement('time');
      time.dateTime = date;
      time.textContent = format.format(new Date(`${date}T00:00:00Z`));
      entry.append(time);
      return entry;
    }));
    this.#button.disabled = !this.#dates.length;
    const isTooFar = this.#input.value !== '' && this.#button.disabled;
    this.#problem.textContent = isTooFar ? word('too_far') : '';
  }

  #download() {
    const events = this.#dates.map((date) => ({
      uid: `review-${date}`,
      title: word('review_title'),
      text: word('review_text'),
      url: location.href.replace(/#.*/, ''),
      start: date,
      end: addDays(date, 1),
    }));
    download('ryggen-fri.ics', 'text/calendar', makeCalendar(events, Date.now()));
  }
}

customElements.define('review-dates', ReviewDates);
