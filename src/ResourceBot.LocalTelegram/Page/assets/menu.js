// A list that opens beside a button: arrows move, Escape closes, the focus goes back.

import { element, icon } from './dom.js';

/**
 * @param {HTMLElement} button what opened it
 * @param {HTMLElement} place where it is drawn
 * @param {{ label: string, detail?: string, icon?: string, danger?: boolean, choose: () => void }[]} items
 */
export function openMenu(button, place, items, kind = '') {
  if (button.getAttribute('aria-expanded') === 'true') return;
  const rows = items.map(item => element(
    'button',
    { type: 'button', role: 'menuitem', tabindex: -1, class: item.danger ? 'danger' : null, on: { click: () => { close(); item.choose(); } } },
    item.icon && icon(item.icon),
    element('span', { class: 'label', dir: 'auto' }, item.label),
    item.detail && element('span', { class: 'detail', dir: 'auto' }, item.detail)));
  const list = element('div', { class: `menu ${kind}`, role: 'menu', 'aria-label': button.getAttribute('aria-label') ?? button.textContent }, ...rows);

  function close() {
    list.remove();
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    button.focus({ preventScroll: true });
  }

  function outside(event) {
    if (!list.contains(event.target)) close();
    // A second press of the button that opened it only closes.
    if (button.contains(event.target)) button.addEventListener('click', stop => stop.stopImmediatePropagation(), { once: true, capture: true });
  }

  list.addEventListener('keydown', event => {
    const at = rows.indexOf(document.activeElement);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + rows.length, Home: 0, End: rows.length - 1 };
    if (event.key in steps) rows[steps[event.key] % rows.length].focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', outside, true);
  button.setAttribute('aria-expanded', 'true');
  place.append(list);
  rows[0]?.focus({ preventScroll: true });
}
