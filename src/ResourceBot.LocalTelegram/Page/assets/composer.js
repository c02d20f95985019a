// The foot of a phone: the bot's menu, the box to type in, what else can be sent; or the one button that stands there instead.

import { sendFile, sendOther, sendText, setBlocked } from './api.js';
import { element, icon, iconButton } from './dom.js';
import { openMenu } from './menu.js';
import { toast } from './overlays.js';

const otherKinds = ['photo', 'voice', 'contact', 'location', 'sticker'];

export class Composer {
  constructor(phone) {
    this.phone = phone;
    const { words } = phone;
    this.commands = [];
    this.menu = element(
      'button', { type: 'button', class: 'commands', 'aria-haspopup': 'menu', 'aria-expanded': 'false', hidden: true, on: { click: () => this.openCommands() } },
      icon('menu'), element('span', {}, words.menu));
    this.box = element('textarea', {
      rows: 1, dir: 'auto', placeholder: words.message, 'aria-label': words.message, enterkeyhint: 'send', maxlength: 4096,
      on: { keydown: event => this.onKey(event), input: () => this.fit() },
    });
    this.file = element('input', { type: 'file', hidden: true, tabindex: -1, 'aria-label': words.file, on: { change: () => this.sendChosenFile() } });
    this.attach = iconButton('clip', words.attach, () => this.openOthers(), { 'aria-haspopup': 'menu', 'aria-expanded': 'false' });
    this.send = iconButton('send', words.send, () => this.sendTyped(), { class: 'round send' });
    this.line = element('form', { class: 'line', on: { submit: event => event.preventDefault() } }, this.menu, this.box, this.attach, this.send, this.file);
    this.instead = element('button', { type: 'button', class: 'instead', hidden: true });
    this.root = element('div', { class: 'foot' }, this.line, this.instead);
  }

  setCommands(commands) {
    this.commands = commands;
    this.menu.hidden = commands.length === 0;
  }

  /** An empty chat has only a start button, a blocked bot only a way to unblock it, a deleted account nothing. */
  show({ blocked, deactivated, empty }) {
    const { words, person } = this.phone;
    this.instead.hidden = !blocked && !deactivated && !empty;
    this.instead.disabled = deactivated;
    this.line.hidden = !this.instead.hidden;
    this.instead.textContent = deactivated ? words.left : blocked ? words.unblock : words.start;
    this.instead.onclick = () => this.try(() => blocked ? setBlocked(person.id, false) : sendText(person.id, '/start'));
  }

  onKey(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.sendTyped();
  }

  async sendTyped() {
    const text = this.box.value.trim();
    if (!text) return;
    this.box.value = '';
    this.fit();
    if (!await this.try(() => sendText(this.phone.person.id, text)) && !this.box.value) this.box.value = text;
    this.fit();
    this.box.focus();
  }

  async sendChosenFile() {
    const [file] = this.file.files;
    if (!file) return;
    const caption = this.box.value.trim();
    this.file.value = '';
    if (await this.try(() => sendFile(this.phone.person.id, file, caption))) this.box.value = '';
    this.fit();
  }

  fit() {
    this.box.style.height = 'auto';
    this.box.style.height = `${Math.min(this.box.scrollHeight, 140)}px`;
    this.send.classList.toggle('ready', this.box.value.trim() !== '');
  }

  openCommands() {
    openMenu(this.menu, this.phone.root, this.commands.map(({ command, description }) => ({
      label: description, detail: `/${command}`, choose: () => this.try(() => sendText(this.phone.person.id, `/${command}`)),
    })), 'above commands-menu');
  }

  openOthers() {
    const { words, person } = this.phone;
    openMenu(this.attach, this.phone.root, [
      ...otherKinds.map(kind => ({ label: words[kind], icon: kind, choose: () => this.try(() => sendOther(person.id, kind)) })),
      { label: words.file, icon: 'file', choose: () => this.file.click() },
    ], 'above attach-menu');
  }

  /** @returns {Promise<boolean>} whether it worked; if not, the phone says why */
  async try(deed) {
    try {
      await deed();
      return true;
    } catch (error) {
      toast(this.phone.root, `${this.phone.words.notSent}: \u2068${error.message}\u2069`);
      return false;
    }
  }
}
