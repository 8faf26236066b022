// A phone: its conversations, and an answer from it.
import { linked, node, row, time } from '../../shell/page/dom.js';
import { ask } from '../../shell/page/view.js';
import { words as frame } from '../../shell/page/words.js';
import { words } from './words.js';

const list = node('ul', { id: 'conversations', className: 'list' });
const title = node('h2', { id: 'conversation-title' });
const thread = node('ol', { id: 'thread', tabIndex: 0 });
const body = node('input', { id: 'reply-body', autocomplete: 'off', maxLength: 1600 });
const reply = node(
  'form',
  { id: 'reply', hidden: true },
  node('label', { className: 'visually-hidden', htmlFor: 'reply-body' }, words.replyLabel),
  body,
  node('button', {}, words.send),
);
let chosen = null;
let current = null;

/** By phone and number of the clinic, the latest first. */
function conversations(messages) {
  const byPair = new Map();
  for (const sms of messages) {
    const [phone, clinic] = sms.direction === 'inbound' ? [sms.from, sms.to] : [sms.to, sms.from];
    const key = `${phone} ${clinic}`;
    const found = byPair.get(key) ?? { key, phone, clinic, messages: [] };
    found.messages.push(sms);
    byPair.delete(key); // put back last, so that the latest conversation is on top
    byPair.set(key, found);
  }
  return [...byPair.values()].reverse();
}

function bubble(sms) {
  return node(
    'li',
    { className: sms.direction === 'inbound' ? 'mine' : 'theirs' },
    node('p', {}, ...linked(sms.body)),
    node('small', {}, `${time(sms.createdAt)} · ${words.status[sms.status] ?? sms.status}`),
  );
}

function draw(view) {
  const all = conversations(view.sms);
  current = all.find(({ key }) => key === chosen) ?? all[0];
  list.replaceChildren(
    ...all.map(({ key, phone, messages }) =>
      row(phone, messages.at(-1).body, messages.at(-1).createdAt, key === current?.key, () => {
        chosen = key;
        draw(view);
      }),
    ),
  );
  reply.hidden = !current;
  title.textContent = current ? `${current.phone} ↔ ${current.clinic}` : frame.empty;
  thread.replaceChildren(...(current?.messages ?? []).map(bubble));
  thread.scrollTop = thread.scrollHeight;
}

reply.onsubmit = async (event) => {
  event.preventDefault();
  const text = body.value;
  if (!text.trim() || !current) return;
  body.value = '';
  await ask('POST', '/phone', { from: current.phone, to: current.clinic, body: text });
};

export const section = {
  title: words.title,
  channels: { sms: 'SMS' },
  kinds: { undeliverable: words.undeliverable },
  root: node('section', { className: 'panes' }, list, node('div', { className: 'detail' }, title, thread, reply)),
  draw,
};
