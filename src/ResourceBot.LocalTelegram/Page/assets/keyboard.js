// The buttons under a message.

import { press } from './api.js';
import { element, icon } from './dom.js';
import { ask, toast } from './overlays.js';
import { isAddress, link } from './richtext.js';

const signs = { url: 'away', copy: 'copy' };

export function drawKeyboard(phone, message) {
  return element(
    'div', { class: 'keyboard' },
    ...message.buttons.map(row => element('div', { class: 'row' }, ...row.map(button => drawButton(phone, message, button)))));
}

function drawButton(phone, message, button) {
  const drawn = element(
    'button',
    { type: 'button', class: `key ${button.kind}`, title: button.text, data: { kind: button.kind }, on: { click: act } },
    element('span', { class: 'label', dir: 'auto' }, button.text),
    signs[button.kind] && icon(signs[button.kind]));

  async function act() {
    if (button.kind === 'code') await pressCode();
    else if (button.kind === 'copy') await copy(phone, button.value);
    else if (button.kind === 'url') askToOpen(phone, button.value);
    else toast(phone.root, `${button.kind}: ${button.value}`);
  }

  // The button moves until the bot has answered the press; one that never answers is seen by that.
  async function pressCode() {
    drawn.classList.add('waiting');
    try {
      const { query_id: query } = await press(phone.person.id, message.id, button.value);
      phone.waitFor(query, drawn);
    } catch (error) {
      drawn.classList.remove('waiting');
      toast(phone.root, error.message);
    }
  }

  return drawn;
}

async function copy(phone, text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(phone.root, `${phone.words.copied}: \u2068${text}\u2069`);
  } catch {
    toast(phone.root, phone.words.notCopied);
  }
}

// As her app does: the address is shown in full before anything is asked of the network.
function askToOpen(phone, address) {
  const { words } = phone;
  ask(
    phone.root, words.openLink,
    [element('h3', {}, words.openLink), element('p', { class: 'address', dir: 'ltr' }, address)],
    isAddress(address)
      ? [{ label: words.open, make: () => link(address) }, { label: words.cancel, quiet: true }]
      : [{ label: words.cancel }]);
}
