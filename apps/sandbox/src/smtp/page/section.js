// All mailboxes in one, and a mail as its reader sees it.
import { linked, node, row, time } from '../../shell/page/dom.js';
import { words as frame } from '../../shell/page/words.js';
import { words } from './words.js';

const list = node('ul', { id: 'mails', className: 'list' });
const detail = node('article', { id: 'mail-detail', className: 'detail' });
let chosen = null;
let plain = false;

function html(mail) {
  const sheet = node('iframe', { src: `/mails/${mail.id}/html`, title: mail.subject });
  sheet.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  return sheet;
}

function read(mail, redraw) {
  const toggle = () => {
    plain = !plain;
    redraw();
  };
  const lines = [`${words.from} ${mail.from}`, node('br'), `${words.to} ${mail.recipients.join(', ')}`, node('br'), time(mail.receivedAt)];
  return [
    node('h2', {}, mail.subject),
    node('p', { className: 'meta' }, ...lines),
    ...(mail.html ? [node('button', { onclick: toggle }, plain ? words.html : words.plain)] : []),
    mail.html && !plain ? html(mail) : node('pre', {}, ...linked(mail.text)),
  ];
}

function draw(view) {
  const redraw = () => draw(view);
  const mails = [...view.mails].reverse();
  const current = mails.find(({ id }) => id === chosen) ?? mails[0];
  list.replaceChildren(
    ...mails.map((mail) =>
      row(mail.recipients.join(', '), mail.subject, mail.receivedAt, mail === current, () => {
        chosen = mail.id;
        redraw();
      }),
    ),
  );
  detail.replaceChildren(...(current ? read(current, redraw) : [node('p', {}, frame.empty)]));
}

export const section = {
  title: words.title,
  channels: { email: words.email },
  root: node('section', { className: 'panes' }, list, detail),
  draw,
};
