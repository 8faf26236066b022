import { inboundWish } from './inbound-word.js';

describe('a text from a patient', () => {
  it.each([
    ['STOP', 'stop'],
    [' arrêt. ', 'stop'],
    ['Arret', 'stop'],
    ['CANCEL', 'stop'], // the carriers have already opted them out
    ['start', 'start'],
    ['c', 'confirm'],
    ['C!', 'confirm'],
    ['Oui', 'confirm'],
    ['r', 'reschedule'],
    ['Please stop by at 5', 'other'],
    ['I confirm that I cannot come', 'other'],
    ['', 'other'],
  ])('%p means %s', (body, wish) => expect(inboundWish(body)).toBe(wish));
});
