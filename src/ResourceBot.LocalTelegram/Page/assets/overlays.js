// What lies over a phone for a while: a passing notice, and a dialog that waits.

import { element } from './dom.js';

const noticeLife = 3500;

/** A line that comes and goes by itself. */
export function toast(phone, text) {
  phone.querySelector('.toast')?.remove();
  const shown = element('p', { class: 'toast', role: 'status', dir: 'auto' }, text);
  phone.append(shown);
  setTimeout(() => shown.classList.add('leaving'), noticeLife);
  setTimeout(() => shown.remove(), noticeLife + 300);
}

/**
 * A dialog over one phone; the other phones go on.
 * @param {Node[]} body
 * @param {{ label: string, quiet?: boolean, make?: () => HTMLElement, choose?: () => void }[]} choices the first is the one Enter takes;
 *   `make` draws something else than a button, such as a link
 */
export function ask(phone, title, body, choices, role = 'dialog') {
  const before = document.activeElement;
  const covered = [...phone.children];
  const buttons = choices.map(choice => {
    const button = choice.make?.() ?? element('button', { type: 'button' });
    button.className = choice.quiet ? 'choice quiet' : 'choice';
    button.textContent = choice.label;
    button.addEventListener('click', () => { close(); choice.choose?.(); });
    return button;
  });
  const box = element(
    'div',
    { class: 'dialog', role, 'aria-label': title, on: { keydown: onKey } },
    ...body,
    element('div', { class: 'choices' }, ...[...buttons].reverse()));
  const veil = element('div', { class: 'veil' }, box);

  function close() {
    veil.remove();
    for (const child of covered) child.inert = false;
    if (before?.isConnected) before.focus({ preventScroll: true });
  }

  function onKey(event) {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target.tagName === 'INPUT') buttons[0].click();
    else return;
    event.stopPropagation();
    event.preventDefault();
  }

  for (const child of covered) child.inert = true;
  phone.append(veil);
  (box.querySelector('input') ?? buttons[0]).focus({ preventScroll: true });
}
