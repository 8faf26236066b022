import { fillMessage, MESSAGE_PLACEHOLDERS } from '@keel/contracts';
import fc from 'fast-check';
import { defaultTemplates, STAFF_MAILS } from './default-templates.js';
import { forSms, plainName, templateFaults, toHtml } from './render.js';

const DEFAULT_TEMPLATES = defaultTemplates('0198c2f0-0000-7000-8000-000000000001');
const values = Object.fromEntries(MESSAGE_PLACEHOLDERS.map((name) => [name, `<${name}>`]));

describe('the default texts', () => {
  it.each(DEFAULT_TEMPLATES)("keep the rules that a clinic's own text must keep ($channel $locale)", (template) => {
    expect(templateFaults(template)).toEqual([]);
  });

  it('exist for both channels and languages, with a link and the time', () => {
    for (const channel of ['email', 'sms'] as const) {
      for (const locale of ['en', 'fr'] as const) {
        const text = DEFAULT_TEMPLATES.find((template) => template.channel === channel && template.locale === locale);
        const filled = fillMessage(text!.body, values);
        for (const name of ['link', 'date', 'time', 'clinic']) expect(filled).toContain(`<${name}>`);
        expect(filled).not.toContain('{{');
      }
    }
    for (const mail of Object.values(STAFF_MAILS).flatMap((byLocale) => Object.values(byLocale))) {
      expect(fillMessage(mail.body, values)).toContain('<link>');
    }
  });

  it('keep an SMS in the GSM alphabet', () => {
    for (const { body } of DEFAULT_TEMPLATES.filter(({ channel }) => channel === 'sms')) {
      expect(body.replaceAll(/\{\{\w+\}\}/g, '')).toMatch(/^[\w\s.,:'?éèàù-]+$/);
    }
  });
});

describe("a clinic's text", () => {
  const sms = (body: string) => templateFaults({ channel: 'sms', subject: null, body });

  it('may not name the service, nor anything else that is no placeholder', () => {
    expect(sms('{{service}} {{link}} STOP')).toEqual([expect.stringContaining('{{service}} is not known')]);
    for (const slip of [
      '{{}}',
      '{{first name}}',
      '{{prénom}}',
      '{{clinic.key}}',
      '{{#each x}}',
      '{{firstName}',
      '{{firstName',
      'firstName}}',
    ])
      expect(sms(`${slip} {{link}} STOP`)).toEqual([expect.stringContaining('is not known')]);
    for (const slip of ['{firstName}', '${firstName}', '[[ firstName ]]', '{{{clinic}}}'])
      expect(sms(`${slip} {{link}} STOP`)).toEqual([expect.stringContaining('is not known')]);
    expect(sms('[Maple] {{ clinic }} {{link}} (STOP)')).toEqual([]);
  });

  it('may not ask for CANCEL, must carry the link and the way out', () => {
    expect(sms('Reply CANCEL, {{link}}, STOP')).toEqual([expect.stringContaining('CANCEL')]);
    expect(sms('To cancel see {{link}}, STOP ends')).toEqual([]);
    expect(sms('Hello')).toEqual([expect.stringContaining('{{link}}'), expect.stringContaining('STOP')]);
    expect(templateFaults({ channel: 'email', subject: ' ', body: '{{link}}' })).toEqual([expect.stringContaining('subject')]);
  });
});

describe('rendering', () => {
  it('drops a line whose value is missing, and keeps blank lines', () => {
    expect(fillMessage('a\n\n{{phone}}\nb {{phone}}', {})).toBe('a\n\nb');
  });

  it('ends a sentence with one full stop', () => {
    expect(fillMessage('at {{time}}. Next', { time: '6:58 a.m.' })).toBe('at 6:58 a.m. Next');
    expect(fillMessage('at {{time}}. Next', { time: '18 h 58' })).toBe('at 18 h 58. Next');
  });

  it('puts no value a second time through the slots', () => {
    expect(fillMessage('{{firstName}}', { firstName: '{{link}}', link: 'secret' })).toBe('{{link}}');
  });

  it('uses plain characters in an SMS', () => expect(forSms('9\u202fh\u00a000 – l’été…')).toBe("9 h 00 - l'été..."));

  it.each([
    ['You won! Appointment evil.com/prize now', 'You won! Appointment evil com prize now'],
    ['https://evil.example', 'https evil example'],
    ['www.evil.example', 'evil example'],
    ['evil\u3002com and evil\u200b.com', 'evil com and evil com'],
    ['write to a@evil.com', 'write to a evil com'],
    ['Dr. Roy & St. Mary’s Physio', 'Dr. Roy & St. Mary’s Physio'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['ක්\u200dෂිතිජ', 'ක්\u200dෂිතිජ'],
    ['അനില്\u200d', 'അനില്\u200d'],
    ['Zo\u200bé\u00ad\u200d Roy\u202e', 'Zoé Roy'],
    ['evil\u200d.\u200dcom', 'evil com'],
    ['... : \u200d', ''],
    ['L’Érablière – santé', 'L’Érablière – santé'],
  ])('carries the name %s as %s', (typed, carried) => expect(plainName(typed)).toBe(carried));

  it('carries no name that a program makes a link of, nor one without end', () => {
    const linkish = fc.stringMatching(/^[a-z]{1,8}[.:/@\u3002\uff0e]{1,3}[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(linkish, fc.string({ unit: 'grapheme' })), { maxLength: 6 }), (words) => {
        const carried = plainName(words.join(' '), 40);
        expect(carried).not.toMatch(/[:/\\@<>\p{Cc}]|[^\P{Cf}\u200c\u200d]|(?<![\p{L}\p{M}])[\u200c\u200d]|\S[.\u3002\uff0e]\S/u);
        expect([...carried].length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('never lets a text become markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inside = toHtml(text, 'en').replace(/^.*?<body[^>]*>|<\/body><\/html>$/g, '');
        expect(inside.replaceAll(/<\/?p[^>]*>|<br>|<a href="[^"<>]*" style="color:#0b6b62">|<\/a>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('makes links of web addresses alone', () => {
    expect(toHtml('see https://x.test/l/a_b&c\njavascript:alert(1)', 'en')).toContain('<a href="https://x.test/l/a_b&#38;c"');
    expect(toHtml('javascript:alert(1)', 'en')).not.toContain('<a ');
  });
});
