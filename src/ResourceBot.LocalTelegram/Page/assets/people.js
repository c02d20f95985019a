// Who is on the page: the row of people at the top, remembered in the address (#1001,1005).

import { avatar, element } from './dom.js';

const narrow = matchMedia('(max-width: 640px)');
const atFirst = 4;

export class PeopleBar {
  /** @param {(ids: number[]) => void} changed */
  constructor(root, changed) {
    this.root = root;
    this.changed = changed;
    this.people = [];
    addEventListener('hashchange', () => this.read());
    root.addEventListener('keydown', event => this.onKey(event));
  }

  set(people) {
    this.people = people;
    this.chips = new Map(people.map(person => [person.id, this.chip(person)]));
    this.root.replaceChildren(...this.chips.values());
    this.read();
  }

  chip(person) {
    return element(
      'button',
      { type: 'button', class: 'person', title: person.story, data: { person: person.id }, on: { click: () => this.turn(person.id) } },
      avatar(person.name, person.id, 'small'), element('span', { dir: 'auto' }, person.name));
  }

  read() {
    const known = new Set(this.people.map(person => person.id));
    const named = location.hash.slice(1).split(',').map(Number).filter(id => known.has(id));
    const first = this.people.slice(0, narrow.matches ? 1 : atFirst).map(person => person.id);
    this.show(named.length ? [...new Set(named)] : first);
  }

  /** A phone's width shows one person, so there a chip chooses; elsewhere it adds and takes away. */
  turn(id) {
    if (narrow.matches) this.go([id]);
    else if (!this.shown.includes(id)) this.go([...this.shown, id], id);
    else if (this.shown.length > 1) this.go(this.shown.filter(other => other !== id));
  }

  /** Something came to somebody; a dot says so as long as she is not on the page. */
  news(id) {
    const chip = this.chips?.get(id);
    if (!chip || this.shown.includes(id)) return;
    chip.classList.add('news');
    chip.setAttribute('aria-description', 'something new');
  }

  go(ids, added) {
    history.replaceState(null, '', `#${ids.join(',')}`);
    this.show(ids, added);
  }

  show(ids, added) {
    this.shown = ids;
    for (const [id, chip] of this.chips) {
      chip.setAttribute('aria-pressed', String(ids.includes(id)));
      if (!ids.includes(id)) continue;
      chip.classList.remove('news');
      chip.removeAttribute('aria-description');
    }
    this.changed(ids, added);
    if (narrow.matches) this.chips.get(ids[0])?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }

  onKey(event) {
    const chips = [...this.chips.values()];
    const at = chips.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    chips.at(next % chips.length).focus();
  }
}
