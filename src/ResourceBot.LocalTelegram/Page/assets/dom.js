// A small pen. Everything on the page is drawn with it, so that text from outside is only ever text.

/**
 * @param {string} tag
 * @param {object} traits attributes; `class`, `on` (event handlers) and `data` (data-*) are understood; null and false leave one out
 * @param {...(Node|string|null|false)} children strings become text nodes
 */
export function element(tag, traits = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [event, handler] of Object.entries(value)) made.addEventListener(event, handler);
    else if (name === 'data') Object.assign(made.dataset, value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

/** A picture from icons.svg, silent for screen readers. */
export function icon(name) {
  const drawn = document.createElementNS(svg, 'svg');
  drawn.setAttribute('class', 'icon');
  drawn.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `icons.svg#${name}`);
  drawn.append(use);
  return drawn;
}

/** A round button that shows only a picture. */
export function iconButton(name, label, press, traits = {}) {
  return element('button', { type: 'button', class: 'round', 'aria-label': label, title: label, on: { click: press }, ...traits }, icon(name));
}

/** A disc with the first letter of a name, in a colour that stays the same for an id. */
export function avatar(name, id, size = '') {
  const hue = (id * 67 + 205) % 360;
  const disc = element('span', { class: `avatar ${size}`, 'aria-hidden': 'true' }, [...name.trim()][0] ?? '·');
  disc.style.setProperty('--hue', hue);
  return disc;
}

const isStill = matchMedia('(prefers-reduced-motion: reduce)');

/** Lets something fade and close the gap it leaves. */
export async function fadeAway(node) {
  node.inert = true;
  if (!isStill.matches) {
    const height = node.offsetHeight;
    node.style.overflow = 'clip';
    await node.animate(
      [
        { opacity: 1, height: `${height}px` },
        { opacity: 0, height: `${height}px`, offset: 0.55 },
        { opacity: 0, height: '0px', marginBlock: '0px' },
      ],
      { duration: 380, easing: 'ease-in-out' }).finished.catch(() => {});
  }
  node.remove();
}
