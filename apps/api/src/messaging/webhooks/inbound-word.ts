/** What a patient's text asks for. */
export type InboundWish = 'stop' | 'start' | 'confirm' | 'reschedule' | 'other';

// STOP comes first: CANCEL, END and QUIT are opt-outs at the carriers, whatever the sender meant.
const STOP = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'ARRET', 'ARRETER', 'DESABONNER', 'ANNULER'];
const START = ['START', 'UNSTOP', 'COMMENCER', 'REPRENDRE'];
const CONFIRM = ['C', 'CONFIRM', 'CONFIRMER', 'CONFIRME', 'YES', 'Y', 'OUI', 'O'];
const RESCHEDULE = ['R', 'RESCHEDULE', 'REPORTER'];

/** Reads one word, forgiving case, accents, spaces and a full stop after it. */
export function inboundWish(body: string): InboundWish {
  const word = body
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
  if (STOP.includes(word)) return 'stop';
  if (START.includes(word)) return 'start';
  if (CONFIRM.includes(word)) return 'confirm';
  if (RESCHEDULE.includes(word)) return 'reschedule';
  return 'other';
}
