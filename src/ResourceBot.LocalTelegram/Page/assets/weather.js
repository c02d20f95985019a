// What goes wrong between the bot and this Telegram, and what the bot called. Closed until somebody asks for it.

import * as api from './api.js';
import { element, icon, iconButton } from './dom.js';

// What the API calls a fault, what a person calls it, and the one number that some have.
const kinds = [
  { kind: 'too_many_requests', name: 'Too many requests (429)', number: 'retry_after', unit: 's until the next try', value: 3 },
  { kind: 'server_error', name: 'Server error (500)' },
  { kind: 'bad_gateway', name: 'Bad gateway (502, HTML)' },
  { kind: 'lost_answer', name: 'Done, but the answer is lost' },
  { kind: 'reset', name: 'Cut off before it is done' },
  { kind: 'slow', name: 'Slow', number: 'delay_ms', unit: 'ms', value: 2000 },
  { kind: 'truncated_json', name: 'Half an answer' },
  { kind: 'other_poller', name: 'Another instance polls (409)' },
  { kind: 'unauthorized', name: 'Token refused (401)' },
];
const once = [
  { kind: 'unknown_update', name: 'Send an update of an unknown kind' },
  { kind: 'malformed_update', name: 'Send a message of an unknown shape' },
  { kind: 'redelivery', name: 'Deliver confirmed updates again' },
];
const methods = ['', 'getUpdates', 'sendMessage', 'editMessageText', 'deleteMessage', 'answerCallbackQuery', 'sendDocument'];
const often = [
  { name: 'always', fault: {} },
  { name: 'the next call', fault: { count: 1 } },
  { name: 'the next 5 calls', fault: { count: 5 } },
  { name: 'a third of them', fault: { probability: 0.33 } },
];
const shownCalls = 50;
const pause = 1000;

export class Weather {
  /** @param {() => { id: number, name: string }[]} people for the names in the ledger */
  constructor(panel, button, people) {
    this.panel = panel;
    this.button = button;
    this.people = people;
    this.last = 0;
    this.calls = [];
    this.limits = element('input', { type: 'checkbox', role: 'switch', on: { change: () => this.do(() => api.setLimits(this.limits.checked)) } });
    this.on = element('ul', { class: 'faults-on' });
    this.counts = element('tbody');
    this.rows = element('tbody');
    this.trouble = element('p', { class: 'trouble', role: 'status' });
    panel.append(
      element('header', {}, element('h2', {}, 'Weather'), iconButton('cross', 'Close the weather', () => this.turn())),
      this.trouble,
      element('label', { class: 'switch' }, this.limits, element('span', {}, 'Telegram\u2019s limits hold', element('small', {}, '30 messages a second, about one a second in a chat'))),
      element('h3', {}, 'Troubles'), this.on, this.form(), this.onceList(),
      element('h3', {}, 'Calls by method'), table(['Method', 'Calls', 'Refused'], this.counts),
      element('h3', {}, `The last ${shownCalls} calls`), table(['Time', 'Call', 'Answer'], this.rows));
    button.addEventListener('click', () => this.turn());
    panel.addEventListener('keydown', event => { if (event.key === 'Escape') this.turn(); });
  }

  turn() {
    this.panel.hidden = !this.panel.hidden;
    this.button.setAttribute('aria-expanded', String(!this.panel.hidden));
    clearInterval(this.timer);
    if (this.panel.hidden) {
      this.button.focus();
      return;
    }
    this.read();
    this.timer = setInterval(() => this.read(), pause);
    this.panel.querySelector('button').focus({ preventScroll: true });
  }

  async read() {
    try {
      this.limits.checked = (await api.limits()).on;
      await this.readFaults();
      await this.readLedger();
      this.trouble.textContent = '';
    } catch (error) {
      this.trouble.textContent = error.message;
    }
  }

  async readFaults() {
    const on = await api.faults();
    const text = JSON.stringify(on);
    if (text === this.faultsText) return;
    this.faultsText = text;
    this.on.replaceChildren(...on.length ? on.map(fault => this.faultRow(fault)) : [element('li', { class: 'fair' }, 'Fair: nothing is switched on.')]);
    this.button.querySelector('use').setAttribute('href', `icons.svg#${on.length ? 'storm' : 'sun'}`);
    this.button.classList.toggle('foul', on.length > 0);
  }

  faultRow(fault) {
    const known = kinds.find(({ kind }) => kind === fault.kind);
    const name = known?.name ?? fault.kind;
    const details = [
      fault.method ?? 'every method',
      fault.count != null ? `${fault.count} left` : null,
      fault.probability < 1 ? `${Math.round(fault.probability * 100)} %` : null,
      known?.number ? `${fault[known.number]} ${known.unit}` : null,
    ].filter(Boolean).join(' · ');
    return element(
      'li', {}, element('span', {}, name, element('small', {}, details)),
      iconButton('cross', `Switch off: ${name}`, () => this.do(() => api.switchOff(fault.id))));
  }

  form() {
    const kind = choice('What', kinds.map(({ name }) => name));
    const method = choice('Method', methods.map(name => name || 'every method'));
    const often_ = choice('How often', often.map(({ name }) => name));
    const number = element('input', { type: 'number', min: 0, max: 600_000, 'aria-label': 'Number' });
    const unit = element('span');
    const numberLine = element('label', { class: 'number' }, number, unit);
    const chosen = () => kinds[kind.selectedIndex];
    const showNumber = () => {
      numberLine.hidden = !chosen().number;
      number.value = chosen().value ?? '';
      unit.textContent = chosen().unit ?? '';
    };
    kind.addEventListener('change', showNumber);
    showNumber();
    const switchOn = () => this.do(() => api.switchOn({
      kind: chosen().kind,
      ...methods[method.selectedIndex] && { method: methods[method.selectedIndex] },
      ...often[often_.selectedIndex].fault,
      ...chosen().number && { [chosen().number]: Number(number.value) },
    }));
    return element(
      'form', { class: 'new-fault', on: { submit: event => { event.preventDefault(); switchOn(); } } },
      kind, method, often_, numberLine, element('button', { class: 'action' }, 'Switch on'));
  }

  onceList() {
    return element(
      'div', { class: 'once' },
      ...once.map(({ kind, name }) => element('button', { type: 'button', on: { click: () => this.do(() => api.switchOn({ kind })) } }, icon('storm'), name)));
  }

  /** The other side may have started anew, and counts from one again. */
  forget() {
    this.last = 0;
    this.calls = [];
    // While the panel is closed the button alone tells whether something is switched on; a failure is shown when it opens.
    this.readFaults().catch(() => {});
  }

  async readLedger() {
    const { counts, calls } = await api.ledger(this.last);
    if (calls.length) {
      this.last = calls.at(-1).number;
      this.calls = [...this.calls, ...calls].slice(-shownCalls);
      this.rows.replaceChildren(...this.calls.toReversed().map(call => this.callRow(call)));
    }
    this.counts.replaceChildren(...byMethod(counts).map(({ method, all, refused }) => element(
      'tr', {}, element('td', {}, method), element('td', {}, String(all)), element('td', {}, String(refused || '')))));
  }

  callRow({ time, method, chat, code, description }) {
    const who = this.people().find(({ id }) => id === chat)?.name ?? chat;
    return element(
      'tr', { class: code === 200 ? null : 'refused' },
      element('td', {}, new Date(time).toLocaleTimeString('en-GB')),
      element('td', {}, method, who != null && element('small', {}, element('bdi', {}, String(who)))),
      element('td', { title: description }, code === 0 ? 'cut' : String(code), description && element('small', {}, description)));
  }

  async do(deed) {
    try {
      await deed();
      await this.read();
    } catch (error) {
      this.trouble.textContent = error.message;
    }
  }
}

function choice(label, names) {
  return element('select', { 'aria-label': label }, ...names.map(name => element('option', {}, name)));
}

function table(heads, body) {
  return element('table', {}, element('thead', {}, element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, head)))), body);
}

/** @param {Record<string, number>} counts by "method code" */
function byMethod(counts) {
  const rows = new Map();
  for (const [key, count] of Object.entries(counts)) {
    const [method, code] = key.split(' ');
    const row = rows.get(method) ?? { method, all: 0, refused: 0 };
    row.all += count;
    if (code !== '200') row.refused += count;
    rows.set(method, row);
  }
  return [...rows.values()];
}
