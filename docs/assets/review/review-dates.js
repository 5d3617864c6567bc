/** `<review-dates>`: choose the first day, see when to review, and take the dates along as a file. */

import { makeCalendar } from './calendar.js';
import { reviewDates } from './dates.js';
import { pageLanguage, pageWords } from '../site/words.js';

class ReviewDates extends HTMLElement {
  #words = pageWords();
  #input = document.createElement('input');
  #list = document.createElement('ol');
  #problem = document.createElement('p');
  #button = document.createElement('button');

  connectedCallback() {
    if (this.#list.isConnected) return;
    this.className = 'review-dates';
    const label = document.createElement('label');
    this.#input.type = 'date';
    this.#input.required = true;
    this.#input.value = new Date().toLocaleDateString('sv'); // today here, as YYYY-MM-DD
    this.#input.addEventListener('input', () => this.#show());
    label.append(`${this.#words.firstDay} `, this.#input);
    this.#button.type = 'button';
    this.#button.textContent = this.#words.download;
    this.#button.addEventListener('click', () => this.#download());
    this.#problem.setAttribute('role', 'status');
    this.replaceChildren(label, this.#problem, this.#list, this.#button);
    this.#show();
  }

  get #dates() {
    return reviewDates(this.#input.value);
  }

  #show() {
    const locale = pageLanguage() === 'en' ? 'en-GB' : 'nb-NO';
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
    this.#list.replaceChildren(...this.#dates.map((date) => {
      const entry = document.createElement('li');
      const time = document.createElement('time');
      time.dateTime = date;
      time.textContent = format.format(new Date(`${date}T00:00:00Z`));
      entry.append(time);
      return entry;
    }));
    this.#button.disabled = this.#dates.length === 0;
    const isTooFar = this.#input.value !== '' && this.#button.disabled;
    this.#problem.textContent = isTooFar ? this.#words.tooFar : '';
  }

  #download() {
    const events = this.#dates.map((date) => ({
      date,
      title: this.#words.reviewTitle,
      text: `${this.#words.reviewText} ${location.href.split('#')[0]}`,
    }));
    const file = new Blob([makeCalendar(events, new Date())], { type: 'text/calendar' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'ryggen-fri.ics';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

customElements.define('review-dates', ReviewDates);
