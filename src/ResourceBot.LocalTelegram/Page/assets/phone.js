// One person's phone: lock screen, chat, foot. It draws what the API tells and keeps nothing else.

import { chatOf, clearChat, deactivate, sendText, setBlocked } from './api.js';
import { Composer } from './composer.js';
import { avatar, element, fadeAway, icon, iconButton } from './dom.js';
import { LockScreen } from './lock.js';
import { openMenu } from './menu.js';
import { drawMessage } from './message.js';
import { ask, toast } from './overlays.js';
import { dayName, wordsFor } from './words.js';

// Pixels from the end within which she counts as reading the end.
const nearEnd = 120;

export class Phone {
  constructor(person) {
    this.person = person;
    this.words = wordsFor(person.language);
    this.bot = { name: '' };
    this.messages = new Map();
    this.gone = new Set();
    this.waiting = new Map();
    this.answered = new Set();
    this.build();
  }

  build() {
    const { person, words } = this;
    const direction = person.rtl ? 'rtl' : 'ltr';
    this.lock = new LockScreen(this);
    this.composer = new Composer(this);
    this.title = element('bdi');
    this.face = element('span', { class: 'face' });
    this.more = iconButton('more', words.more, () => this.openMore(), { 'aria-haspopup': 'menu', 'aria-expanded': 'false' });
    this.log = element('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': `Chat of ${person.name}`, tabindex: 0 });
    this.welcome = element('div', { class: 'welcome' });
    this.scroll = element('div', { class: 'scroll' }, this.welcome, this.log);
    this.root = element(
      'div', { class: 'phone', dir: direction, lang: words.code },
      this.lock.root,
      element('div', { class: 'head' }, this.face, element('div', { class: 'names' }, element('strong', { class: 'bot-name' }, this.title), element('span', { class: 'kind' }, words.bot)), this.more),
      element('div', { class: 'wall' }, this.scroll),
      this.composer.root);
    this.column = element(
      'section', { class: 'column', 'aria-label': person.name, data: { person: person.id } },
      element(
        'header', { class: 'who' },
        avatar(person.name, person.id),
        element('div', {}, element('h2', {}, element('bdi', {}, person.name), ' ', element('span', { class: `role ${person.role}` }, person.role)),
          element('p', { class: 'story', title: person.story }, person.story))),
      this.root);
    this.followEnd();
  }

  botName() {
    return this.bot.name;
  }

  /** Draws the whole chat as it stands. What was told while the answer was on its way is drawn on top of it. */
  async load() {
    if (this.late) {
      this.again = true;
      return;
    }
    this.late = [];
    this.gone.clear();
    try {
      let chat;
      do {
        this.again = false;
        chat = await chatOf(this.person.id);
      } while (this.again);
      this.draw(chat);
    } finally {
      const late = this.late;
      this.late = null;
      for (const tell of late) tell();
    }
  }

  draw(chat) {
    this.blocked = chat.blocked;
    this.deactivated = chat.deactivated;
    this.setBot(chat.bot);
    this.composer.setCommands(chat.commands);
    this.lock.set(chat.notifications);
    this.messages.clear();
    this.log.replaceChildren();
    for (const message of chat.messages) if (!this.gone.has(message.id)) this.put(message, false);
    this.settle();
    this.toEnd();
  }

  setBot(bot) {
    this.bot = bot;
    this.title.textContent = bot.name;
    this.face.replaceChildren(avatar(bot.name, 0));
    this.welcome.replaceChildren(
      avatar(bot.name, 0, 'large'),
      element('strong', {}, this.words.whatCan),
      bot.description ? element('p', { class: 'text', dir: 'auto' }, bot.description) : element('p', { class: 'text' }, this.words.empty));
  }

  /** A message came or was changed. */
  show(message) {
    if (this.late) return void this.late.push(() => this.show(message));
    this.put(message, true);
    this.settle();
    if (message.from === 'person') this.toEnd();
  }

  put(message, moves) {
    const drawn = drawMessage(this, message);
    const before = this.messages.get(message.id);
    this.messages.set(message.id, drawn);
    if (before) {
      const focused = [...before.querySelectorAll('.key')].indexOf(document.activeElement);
      before.replaceWith(drawn);
      if (focused >= 0) drawn.querySelectorAll('.key')[focused]?.focus({ preventScroll: true });
      return;
    }
    const at = new Date(message.date * 1000);
    const day = at.toDateString();
    if (this.log.querySelector('.day:last-of-type')?.dataset.day !== day)
      this.log.append(element('div', { class: 'day', data: { day } }, element('span', {}, dayName(this.words, at))));
    this.log.append(drawn);
    if (moves) drawn.classList.add('arrives');
  }

  notify(notification) {
    if (this.late) this.late.push(() => this.notify(notification));
    else this.lock.add(notification);
  }

  remove(messageId) {
    if (this.late) this.gone.add(messageId);
    const drawn = this.messages.get(messageId);
    if (!drawn) return;
    this.messages.delete(messageId);
    fadeAway(drawn).then(() => this.settle());
  }

  /** What depends on whether there are messages at all. */
  settle() {
    const empty = this.messages.size === 0;
    this.welcome.hidden = !empty;
    for (const day of this.log.querySelectorAll('.day')) if (!day.nextElementSibling?.matches('.message')) day.remove();
    this.composer.show({ blocked: this.blocked, deactivated: this.deactivated, empty });
  }

  /** The bot answered a press: the button stops moving, and there may be a text. */
  notice({ query_id: query, text, alert }) {
    this.answered.add(query);
    this.waiting.get(query)?.classList.remove('waiting');
    this.waiting.delete(query);
    if (!text) return;
    if (alert) ask(this.root, text, [element('p', { class: 'text', dir: 'auto' }, text)], [{ label: this.words.ok }], 'alertdialog');
    else toast(this.root, text);
  }

  /** The answer may have come before the press was confirmed. */
  waitFor(query, button) {
    if (this.answered.has(query)) button.classList.remove('waiting');
    else this.waiting.set(query, button);
  }

  openMore() {
    const { words, person } = this;
    openMenu(this.more, this.root, [
      { label: words.deepLink, icon: 'away', choose: () => this.askDeepLink() },
      { label: words.clear, icon: 'broom', choose: () => this.composer.try(() => clearChat(person.id)) },
      this.blocked
        ? { label: words.unblock, icon: 'block', choose: () => this.composer.try(() => setBlocked(person.id, false)) }
        : { label: words.block, icon: 'block', danger: true, choose: () => this.composer.try(() => setBlocked(person.id, true)) },
      { label: words.leave, icon: 'cross', danger: true, choose: () => this.askToLeave() },
    ], 'below more-menu');
  }

  askDeepLink() {
    const { words } = this;
    const payload = element('input', { dir: 'ltr', maxlength: 64, pattern: '[A-Za-z0-9_\\-]+', autocomplete: 'off', 'aria-label': words.deepLinkHint });
    ask(
      this.root, words.deepLink,
      [element('h3', {}, words.deepLink), element('label', {}, element('span', { dir: 'auto' }, words.deepLinkHint), payload)],
      [
        { label: words.start, choose: () => this.composer.try(() => sendText(this.person.id, `/start ${payload.value.trim()}`.trim())) },
        { label: words.cancel, quiet: true },
      ]);
  }

  askToLeave() {
    const { words, person } = this;
    ask(
      this.root, words.leave,
      [element('h3', {}, words.leave), element('p', { dir: 'auto' }, words.leaveHint)],
      [{ label: words.cancel, quiet: true }, { label: words.leave, choose: () => this.composer.try(() => deactivate(person.id)) }]);
  }

  /** As long as she is at the end she stays there, whatever grows: a message, a picture, the box she types in. */
  followEnd() {
    this.followsEnd = true;
    // A scroll event tells of a frame gone by; what has grown since is no sign that she moved away, so her place is
    // judged by the height that was drawn when she moved.
    let drawn = 0;
    this.scroll.addEventListener('scroll', () => { this.followsEnd = drawn - this.scroll.scrollTop < nearEnd; }, { passive: true });
    const growth = new ResizeObserver(() => {
      drawn = this.scroll.scrollHeight - this.scroll.clientHeight;
      if (this.followsEnd) this.toEnd();
    });
    growth.observe(this.scroll);
    growth.observe(this.log);
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
    this.followsEnd = true;
  }
}
