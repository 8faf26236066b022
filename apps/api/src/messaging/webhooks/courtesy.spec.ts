import type { Answer } from './answer-texts.js';
import { isFarewell } from './courteous-words.js';
import { asksForNothing, type Last, leavesOpen, yesTo } from './courtesy.js';
import { understandReply } from './understand-reply.js';

const SAYS_ITSELF = ['C', 'I confirm', 'je confirme mon rendez-vous', 'yes I will be there', 'see you then', 'Oui je serai là'];
const PLAIN = ['yes', 'Y', 'Oui merci', 'yep!', 'ok yes'];
const MERE = ['ok', 'Ok thanks', 'OK, thank you!', 'D’accord merci', 'bien sûr', 'sure', 'k', '👍', '✅ ', 'ok 👍'];
const ASK_FOR_NOTHING: readonly Answer[] = ['kept', 'reschedule', 'noted', 'picture', 'resend', 'help', 'start', 'stop'];

const to = (text: string, ...lasts: Last[]) => yesTo(understandReply(text), lasts);
const said = (reply: Answer | null, asks: 'yes' | 'no' | 'reschedule' | null = null) => ({ reply, asks });

it.each([...SAYS_ITSELF, ...PLAIN, ...MERE])('%s is a yes to a reminder, to what it says anew, and to a question for one', (text) => {
  expect(understandReply(text).wish).toBe('yes');
  expect(to(text)).toBe('act');
  for (const last of [said(null), said('changed'), said('again'), said('which', 'yes')])
    expect([last, to(text, last)]).toEqual([last, 'act']);
});

it.each(SAYS_ITSELF)('%s says itself what it is to, whatever was said before', (text) => {
  for (const reply of [...ASK_FOR_NOTHING, 'which'] as const) expect([reply, to(text, said(reply, 'no'))]).toEqual([reply, 'act']);
  expect(to(text, 'stray')).toBe('act');
});

it.each(MERE)('%s confirms nothing after an answer that asks for nothing', (text) => {
  for (const reply of [...ASK_FOR_NOTHING, 'confirmed'] as const) expect([reply, to(text, said(reply))]).toEqual([reply, 'courtesy']);
});

it.each(PLAIN)('%s is read by a person after an answer that asks for nothing', (text) => {
  for (const reply of ASK_FOR_NOTHING) expect([reply, to(text, said(reply))]).toEqual([reply, 'unclear']);
  expect(to(text, said('confirmed'))).toBe('act');
});

it.each([...PLAIN, ...MERE])('%s is no number, where it was asked which appointment is off, nor words to a clinic of several', (text) => {
  for (const last of [said('which', 'no'), said('which', 'reschedule'), 'stray'] as const)
    expect([last, to(text, last)]).toEqual([last, 'unclear']);
});

it.each(MERE)('%s is read by a person where a reminder after such an answer may not have come', (text) => {
  expect(to(text, said(null), said('kept'))).toBe('unclear');
  expect(to(text, said('kept'), said(null))).toBe('unclear');
  expect(to(text, said('changed'), said(null))).toBe('act');
});

it('thanks are to an answer that asks for nothing, and to no reminder or question', () => {
  for (const reply of [...ASK_FOR_NOTHING, 'confirmed'] as const) expect([reply, asksForNothing([said(reply)])]).toEqual([reply, true]);
  expect(asksForNothing(['stray'])).toBe(true);
  for (const last of [said(null), said('changed'), said('again'), said('which', 'yes'), said('which', 'no'), said('which', 'reschedule')])
    expect([last, asksForNothing([last])]).toEqual([last, false]);
  expect([asksForNothing([]), asksForNothing([said(null), said('kept')]), asksForNothing([said('kept'), said(null)])]).toEqual([
    false,
    false,
    false,
  ]);
});

it('a no or a wish for another time leaves open what "see you then" is to; a reminder, a yes and a question for one do not', () => {
  for (const last of [said('kept'), said('reschedule'), said('which', 'no'), said('which', 'reschedule')])
    expect([last, leavesOpen([last]), leavesOpen([said(null), last])]).toEqual([last, true, true]);
  for (const last of [said(null), said('confirmed'), said('changed'), said('again'), said('noted'), said('which', 'yes'), 'stray'] as const)
    expect([last, leavesOpen([last])]).toEqual([last, false]);
  expect(leavesOpen([])).toBe(false);
});

it('tells a farewell from a text that almost is one, however often it is said', () => {
  expect(isFarewell('bye '.repeat(24).trim())).toBe(true);
  // While "bye bye" could be read in two ways, each further one doubled what this took.
  expect(isFarewell(`${'bye '.repeat(24)}xyz`)).toBe(false);
  expect(isFarewell('bye for now')).toBe(true);
});
