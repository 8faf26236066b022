import { withWhatIsNew } from './what-is-new.js';

const NONE = { practitioner: false, place: false };
const BOTH = { practitioner: true, place: true };
const SHORT = { subject: null, body: '{{clinic}}: {{date}}, {{ time }}. {{link}} STOP' };

describe('what a reminder must say', () => {
  it('is nothing more where its text says when, and nothing else has changed', () => {
    expect(withWhatIsNew(SHORT, NONE, 'en', 'sms')).toEqual(SHORT);
    const whole = { subject: '{{date}} {{time}}', body: '{{practitioner}}, {{location}} {{link}}' };
    expect(withWhatIsNew(whole, BOTH, 'fr', 'email')).toEqual(whole);
  });

  it('is who and where, once either has changed', () => {
    expect(withWhatIsNew(SHORT, { practitioner: true, place: false }, 'en', 'sms').body).toBe(
      `${SHORT.body} It is now with {{practitioner}}.`,
    );
    expect(withWhatIsNew(SHORT, BOTH, 'fr', 'sms').body).toBe(
      `${SHORT.body} C'est maintenant avec {{practitioner}}. Nouveau lieu : {{location}}.`,
    );
  });

  it('is always when, since a yes is to that', () => {
    const text = { subject: 'Soon', body: 'See you at {{time}}!\n{{link}}\n' };
    expect(withWhatIsNew(text, NONE, 'en', 'email').body).toBe('See you at {{time}}!\n{{link}}\n\nYour appointment: {{date}} at {{time}}.');
  });
});
