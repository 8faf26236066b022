// What sections are drawn with. Text of messages only ever becomes text nodes, never markup.
import { language } from './words.js';

export function node(tag, props = {}, ...children) {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
}

/** The text with its web addresses as links; nothing but http and https becomes one. */
export function linked(text) {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, index) => (index % 2 ? node('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part) : part));
}

export const time = (at) => new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });

/** One row of a `list`, to choose what the `detail` beside it shows. */
export function row(title, line, at, selected, onclick) {
  const button = node('button', { onclick }, node('strong', {}, title), node('span', {}, line), node('time', {}, time(at)));
  if (selected) button.setAttribute('aria-current', 'true');
  return node('li', {}, button);
}
