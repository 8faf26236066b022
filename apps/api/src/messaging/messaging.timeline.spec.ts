import type { Language, TimelineEventType } from '@keel/contracts';
import { tell, type TimelineData } from '../platform/index.js';
import { MESSAGING_TIMELINE } from './messaging.timeline.js';

const known = {
  timeZone: 'America/Toronto',
  locations: new Map([['east', { name: 'Rosemont', timeZone: 'America/Toronto' }]]),
  practitioners: new Map<string, string>(),
};
const both = (kind: TimelineEventType, data: TimelineData) =>
  (['en', 'fr'] satisfies Language[]).map((locale) => tell(MESSAGING_TIMELINE[kind]!, data, locale, known).replaceAll(/\s/g, ' '));

describe('a line of the journey about a message', () => {
  it('says which appointment a reminder was of, where that is known', () => {
    expect(both('message.sent', { channel: 'sms' })).toEqual(['Reminded by text message', 'Rappel envoyé par texto']);
    expect(both('message.sent', { channel: 'sms', start: '2026-12-01T15:00:00.000Z', locationId: 'east' })).toEqual([
      'Reminded by text message: appointment of Tuesday, December 1 at 10:00 a.m.',
      'Rappel envoyé par texto : rendez-vous du mardi 1er décembre à 10 h 00',
    ]);
  });

  it('does not say of a message that reached the patient that it came from them', () => {
    expect(both('message.delivered', { channel: 'sms' })).toEqual(['Message delivered by text message', 'Message livré par texto']);
    expect(both('message.delivered', { channel: 'email' })).toEqual(['Message delivered by e-mail', 'Message livré par courriel']);
  });
});
