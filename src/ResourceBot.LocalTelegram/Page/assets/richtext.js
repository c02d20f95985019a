// Draws the html of a message. The API makes it from entities and escapes the rest; here it is read a second time and only
// what stands below is drawn, so that a mistake on one side harms nobody.

import { element } from './dom.js';

const plain = new Set(['B', 'STRONG', 'I', 'EM', 'U', 'INS', 'S', 'STRIKE', 'DEL', 'CODE', 'PRE', 'BLOCKQUOTE', 'BR']);
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'tg:']);

/** @returns {DocumentFragment} */
export function drawHtml(html) {
  const read = new DOMParser().parseFromString(html, 'text/html');
  const drawn = document.createDocumentFragment();
  copy(read.body, drawn);
  return drawn;
}

function copy(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const kept = keep(node);
      copy(node, kept ?? to);
      if (kept) to.append(kept);
    }
  }
}

function keep(node) {
  if (plain.has(node.tagName)) return element(node.tagName.toLowerCase());
  if (node.tagName === 'TG-SPOILER' || (node.tagName === 'SPAN' && node.classList.contains('tg-spoiler'))) return spoiler();
  if (node.tagName === 'A') return link(node.getAttribute('href'));
  return null;
}

function spoiler() {
  const hidden = element('span', { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': 'Hidden text, press to show' });
  const show = () => {
    hidden.className = 'spoiler shown';
    hidden.removeAttribute('role');
    hidden.removeAttribute('tabindex');
    hidden.removeAttribute('aria-label');
  };
  hidden.addEventListener('click', show);
  hidden.addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === ' ') show(); });
  return hidden;
}

/** A link that may be followed, or null: then its words stay as words. */
export function link(address) {
  if (!isAddress(address)) return null;
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' });
}

export function isAddress(address) {
  return URL.canParse(address ?? '') && schemes.has(new URL(address).protocol);
}
