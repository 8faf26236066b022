// Draws what /view tells, every two seconds. Text of messages only ever becomes text nodes, never markup.
import { language, words } from '/words.js';

const $ = (id) => document.getElementById(id);
const state = { view: null, drawn: '', phone: null, mail: null, plain: false };

function node(tag, props = {}, ...children) {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
}

/** The text with its web addresses as links; nothing but http and https becomes one. */
function linked(text) {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((part, index) => (index % 2 ? node('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part) : part));
}

const time = (at) => new Date(at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });

function conversations() {
  const byPair = new Map();
  for (const sms of state.view.sms) {
    const [phone, clinic] = sms.direction === 'inbound' ? [sms.from, sms.to] : [sms.to, sms.from];
    const key = `${phone} ${clinic}`;
    const found = byPair.get(key) ?? { key, phone, clinic, messages: [] };
    found.messages.push(sms);
    byPair.delete(key); // put back last, so that the latest conversation is on top
    byPair.set(key, found);
  }
  return [...byPair.values()].reverse();
}

function row(title, line, at, selected, onclick) {
  const button = node('button', { onclick }, node('strong', {}, title), node('span', {}, line), node('time', {}, time(at)));
  if (selected) button.setAttribute('aria-current', 'true');
  return node('li', {}, button);
}

function drawPhone() {
  const all = conversations();
  const current = all.find(({ key }) => key === state.phone) ?? all[0];
  $('conversations').replaceChildren(
    ...all.map(({ key, phone, messages }) =>
      row(phone, messages.at(-1).body, messages.at(-1).createdAt, key === current?.key, () => {
        state.phone = key;
        draw();
      }),
    ),
  );
  $('reply').hidden = !current;
  $('conversation-title').textContent = current ? `${current.phone} ↔ ${current.clinic}` : words.empty;
  $('thread').replaceChildren(
    ...(current?.messages ?? []).map((sms) =>
      node(
        'li',
        { className: sms.direction === 'inbound' ? 'mine' : 'theirs' },
        node('p', {}, ...linked(sms.body)),
        node('small', {}, `${time(sms.createdAt)} · ${words.status[sms.status] ?? sms.status}`),
      ),
    ),
  );
  $('thread').scrollTop = $('thread').scrollHeight;
  state.current = current;
}

function drawMail() {
  const mails = [...state.view.mails].reverse();
  const current = mails.find(({ id }) => id === state.mail) ?? mails[0];
  $('mails').replaceChildren(
    ...mails.map((mail) =>
      row(mail.recipients.join(', '), mail.subject, mail.receivedAt, mail === current, () => {
        state.mail = mail.id;
        draw();
      }),
    ),
  );
  if (!current) return $('mail-detail').replaceChildren(node('p', {}, words.empty));
  const body =
    current.html && !state.plain
      ? node('iframe', { src: `/mails/${current.id}/html`, title: current.subject })
      : node('pre', {}, ...linked(current.text));
  if (body.tagName === 'IFRAME') body.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  const toggle = node(
    'button',
    {
      onclick: () => {
        state.plain = !state.plain;
        draw();
      },
    },
    state.plain ? words.html : words.plain,
  );
  $('mail-detail').replaceChildren(
    node('h2', {}, current.subject),
    node(
      'p',
      { className: 'meta' },
      `${words.from}: ${current.from}`,
      node('br'),
      `${words.to}: ${current.recipients.join(', ')}`,
      node('br'),
      time(current.receivedAt),
    ),
    ...(current.html ? [toggle] : []),
    body,
  );
}

function drawFaults() {
  const { faults, log } = state.view;
  $('faults').replaceChildren(
    ...(faults.length ? faults : [null]).map((fault) =>
      node(
        'li',
        {},
        fault
          ? `${fault.channel}: ${words.kinds[fault.fault]} · ${fault.ms} ms · ${fault.code ?? '–'} · ×${fault.times ?? '∞'} ${fault.to ?? ''}`
          : words.noFaults,
      ),
    ),
  );
  $('log').replaceChildren(
    ...[...log]
      .reverse()
      .map((post) => node('li', {}, `${time(post.at)} · ${post.fields.MessageStatus ?? post.fields.SmsStatus} · ${post.result}`)),
  );
}

function draw() {
  drawPhone();
  drawMail();
  drawFaults();
}

async function refresh() {
  try {
    const text = await (await fetch('/view')).text();
    if (text !== state.drawn) {
      state.view = JSON.parse(text);
      state.drawn = text;
      draw();
    }
    document.body.classList.remove('offline');
  } catch {
    document.body.classList.add('offline');
  }
}

const post = (path, body) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

function show(name) {
  for (const [button, pane] of [
    ['show-phone', 'phone'],
    ['show-mail', 'mail'],
    ['show-faults', 'fault-pane'],
  ]) {
    $(pane).hidden = pane !== name;
    $(button).setAttribute('aria-pressed', String(pane === name));
  }
}

document.documentElement.lang = language;
for (const element of document.querySelectorAll('[data-word]')) element.textContent = words[element.dataset.word];
$('fault-form').elements.fault.append(...Object.entries(words.kinds).map(([value, label]) => node('option', { value }, label)));
$('show-phone').onclick = () => show('phone');
$('show-mail').onclick = () => show('mail');
$('show-faults').onclick = () => show('fault-pane');
$('reply').onsubmit = async (event) => {
  event.preventDefault();
  const body = $('reply-body').value;
  if (!body.trim() || !state.current) return;
  $('reply-body').value = '';
  await post('/phone', { from: state.current.phone, to: state.current.clinic, body });
  await refresh();
};
$('fault-form').onsubmit = async (event) => {
  event.preventDefault();
  const answer = await post('/control/faults', Object.fromEntries(new FormData(event.target)));
  $('fault-answer').textContent = answer.ok ? '' : (await answer.json()).error;
  await refresh();
};
$('clear-faults').onclick = async () => {
  await fetch('/control/faults', { method: 'DELETE' });
  await refresh();
};
await refresh();
setInterval(refresh, 2000);
