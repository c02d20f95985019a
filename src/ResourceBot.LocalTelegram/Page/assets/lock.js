// The lock screen of one phone: what somebody who glances at it can read.

import { avatar, element, icon } from './dom.js';
import { clockTime } from './words.js';

const most = 8;

export class LockScreen {
  /** @param {{ words: object, botName: () => string }} phone */
  constructor(phone) {
    this.phone = phone;
    this.list = element('ol', { class: 'cards' });
    this.more = element('button', { type: 'button', class: 'count', 'aria-expanded': 'false', 'aria-label': 'All notifications' });
    // The whole strip takes the press; for the keyboard there is the count.
    this.root = element('section', { class: 'lock', 'aria-label': 'Lock screen', on: { click: () => this.turn() } }, this.list, this.more);
    this.set([]);
  }

  set(notifications) {
    this.told = notifications.slice(-most);
    this.draw();
  }

  add(notification) {
    // The list that was just loaded may hold it already.
    if (this.told.some(told => told.at === notification.at && told.text === notification.text)) return;
    this.told = [...this.told, notification].slice(-most);
    this.draw();
    this.list.firstElementChild.classList.add('arrives');
  }

  draw() {
    const { words } = this.phone;
    this.more.hidden = this.told.length < 2;
    this.more.textContent = `+${this.told.length - 1}`;
    this.list.replaceChildren(...this.told.length
      ? this.told.toReversed().map(told => this.card(told))
      : [element('li', { class: 'nothing' }, icon('lock'), element('span', {}, words.quiet))]);
  }

  card({ text, silent, at }) {
    const { words } = this.phone;
    return element(
      'li', { class: `card${silent ? ' silent' : ' rings'}` },
      avatar(this.phone.botName(), 0, 'small'),
      element('span', { class: 'title' }, this.phone.botName()),
      element('time', {}, clockTime(words, new Date(at))),
      !silent && icon('bell'),
      element('span', { class: 'words', dir: 'auto' }, text.replace(/\s+/g, ' ')));
  }

  turn() {
    const open = this.told.length > 1 && !this.root.classList.contains('open');
    this.root.classList.toggle('open', open);
    this.more.setAttribute('aria-expanded', String(open));
  }
}
