// One message as a phone draws it: the bubble with its attachment and text, and the buttons under it.

import { fileAddress } from './api.js';
import { element, icon } from './dom.js';
import { drawKeyboard } from './keyboard.js';
import { drawHtml } from './richtext.js';
import { clockTime, fileSize } from './words.js';

/** @param {object} phone see phone.js; its words, and what a press does */
export function drawMessage(phone, message) {
  const drawn = element('article', {
    class: `message from-${message.from}${message.protected ? ' protected' : ''}`,
    data: { id: message.id, from: message.from },
  });
  drawn.append(bubble(phone, message));
  if (message.buttons?.length) drawn.append(drawKeyboard(phone, message));
  return drawn;
}

function bubble(phone, message) {
  return element(
    'div',
    { class: `bubble${message.photo ? ' with-photo' : ''}${message.sticker ? ' with-sticker' : ''}` },
    ...attachments(phone, message),
    message.html && textOf(message.html),
    signs(phone.words, message));
}

function textOf(html) {
  const text = element('div', { class: 'text', dir: 'auto' });
  text.append(drawHtml(html));
  return text;
}

function attachments(phone, message) {
  const { words } = phone;
  const drawn = [];
  if (message.photo) {
    const address = fileAddress(message.photo.file_id);
    drawn.push(element(
      'a', { class: 'photo', href: address, target: '_blank', rel: 'noopener', 'aria-label': words.photo },
      element('img', { src: address, alt: words.photo })));
  }
  if (message.document) {
    const { file_id: fileId, file_name: name, size } = message.document;
    drawn.push(element(
      'a', { class: 'attached document', href: fileAddress(fileId), target: '_blank', rel: 'noopener' },
      element('span', { class: 'disc' }, icon('file')),
      element('span', { class: 'about' }, element('bdi', { class: 'name' }, name), element('bdi', { class: 'detail' }, fileSize(size)))));
  }
  if (message.sticker) drawn.push(element('span', { class: 'sticker', role: 'img', 'aria-label': words.sticker }, message.sticker.emoji));
  if (message.voice) drawn.push(attached('voice', words.voice, `${Math.floor(message.voice.duration / 60)}:${String(message.voice.duration % 60).padStart(2, '0')}`));
  if (message.contact) drawn.push(attached('contact', message.contact.first_name, message.contact.phone_number));
  if (message.location) drawn.push(attached('location', words.location, `${message.location.latitude}, ${message.location.longitude}`));
  return drawn;
}

function attached(kind, name, detail) {
  return element(
    'div', { class: `attached ${kind}` },
    element('span', { class: 'disc' }, icon(kind)),
    element('span', { class: 'about' }, element('bdi', { class: 'name' }, name), element('bdi', { class: 'detail' }, detail)));
}

function signs(words, message) {
  const at = new Date(message.date * 1000);
  return element(
    'footer', { class: 'signs' },
    message.edited && element('span', { class: 'edited' }, words.edited),
    message.protected && icon('shield'),
    element('time', { datetime: at.toISOString() }, clockTime(words, at)),
    message.from === 'person' && icon('ticks'));
}
