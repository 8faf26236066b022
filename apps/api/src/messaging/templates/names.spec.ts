import { type Channel, fillMessage, type Language, nameOf } from '@keel/contracts';
import fc from 'fast-check';
import { toContent } from '../sending/content.js';
import { defaultTemplates, STAFF_MAILS } from './default-templates.js';
import { plainName } from './render.js';

const TEMPLATES = defaultTemplates('0198c2f0-0000-7000-8000-000000000001');
const APPOINTMENT = { date: 'Dec 1', time: '9:00', link: 'https://keel.test/l/abc' };

const name = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '.',
    '@',
    '\u200d',
    '\u200b',
    'Suharto',
    'محمد',
    '\u200fدانا\u200f',
    'علی\u200cرضا',
    'ක්\u200dෂිතිජ',
    'O’Brien, Jr.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.stringMatching(/^[A-Zé' -]{100,400}$/),
);
const gaps = /[ \u00a0\u202f]{2}| ,|[ \u00a0]$|\b(?:null|undefined)\b/m;

function reminder(
  channel: Channel,
  locale: Language,
  names: { firstName: string; clinic: string; practitioner: string; location: string },
) {
  const template = TEMPLATES.find((one) => one.channel === channel && one.locale === locale)!;
  const plain = Object.fromEntries(Object.entries(names).map(([slot, typed]) => [slot, plainName(typed)]));
  return toContent('a@b.test', template, { ...APPOINTMENT, ...plain }, locale, channel);
}

describe('a message to somebody', () => {
  const named = { clinic: 'Roy Physio', practitioner: 'Ada Roy', location: 'Downtown' };

  it.each([
    ['en', '', 'Hello,'],
    ['fr', '', 'Bonjour,'],
    ['en', ':', 'Hello,'],
    ['en', ',0', 'Hello 0,'],
    ['en', 'Ann:, Roy', 'Hello Ann, Roy,'],
    ['en', '\u200d', 'Hello,'],
    ['fr', 'علی\u200cرضا', 'Bonjour علی\u200cرضا,'],
  ] as const)('greets in %s whoever is called "%s" by "%s"', (locale, firstName, greeting) => {
    const { text } = reminder('email', locale, { ...named, firstName });
    expect(text.split('\n')[0]).toBe(greeting);
  });

  it.each(['Hello {{firstName}}!', '{{firstName}}, see {{date}}', 'Bonjour {{firstName}} {{clinic}}\u00a0!', 'With {{practitioner}}.'])(
    'leaves no gap in "%s" where a name is missing',
    (text) => {
      const filled = fillMessage(text, { date: 'Dec 1' });
      expect(filled).not.toMatch(gaps);
      expect(filled).toMatch(/^[\p{L}]/u);
    },
  );

  it('has no gap and no empty greeting whatever the names, by either channel and in either language', () => {
    const names = fc.record({ firstName: name, clinic: name, practitioner: name, location: name });
    fc.assert(
      fc.property(names, fc.constantFrom('email', 'sms'), fc.constantFrom('en', 'fr'), (typed, channel, locale) => {
        const { text, subject } = reminder(channel, locale, typed);
        const own = Object.values(typed).some((one) => /null|undefined/.test(plainName(one)));
        if (!own) expect(`${text}\n${subject ?? ''}`).not.toMatch(gaps);
        if (channel === 'sms') expect(text.length).toBeLessThan(1600);
        expect(text).toContain(APPOINTMENT.link);
      }),
    );
  });

  it('to the staff has no gap either', () => {
    for (const { fr, en } of Object.values(STAFF_MAILS)) {
      for (const mail of [fr, en]) expect(fillMessage(`${mail.subject}\n${mail.body}`, { ...APPOINTMENT, code: '1' })).not.toMatch(gaps);
    }
  });

  it('calls those with one name by it alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\S{1,20}$/), (only) => {
        expect([nameOf({ firstName: only, lastName: '' }), nameOf({ firstName: '', lastName: only })]).toEqual([only, only]);
      }),
    );
  });
});
