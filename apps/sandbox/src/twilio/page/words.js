import { choose } from '../../shell/page/words.js';

const en = {
  title: 'Phone',
  replyLabel: 'Answer from this phone',
  send: 'Send',
  status: {
    queued: 'queued',
    sent: 'sent',
    delivered: 'delivered',
    undelivered: 'not delivered',
    failed: 'failed',
    received: 'from the phone',
  },
  undeliverable: 'accept it, report it as not delivered (SMS)',
};

const fr = {
  title: 'Téléphone',
  replyLabel: 'Répondre de ce téléphone',
  send: 'Envoyer',
  status: { queued: 'en file', sent: 'envoyé', delivered: 'livré', undelivered: 'non livré', failed: 'échec', received: 'du téléphone' },
  undeliverable: 'accepter, puis signaler « non livré » (SMS)',
};

export const words = choose(en, fr);
