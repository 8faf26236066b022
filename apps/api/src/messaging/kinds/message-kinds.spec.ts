import { MESSAGE_KINDS } from '../messages/message.entity.js';
import { messageKindFaults, MessageKinds, type MessageKindRules } from './message-kinds.js';

const rules: MessageKindRules = { to: 'patient', heldUnproved: true, bound: 'day', texts: [] };
const all = new Map(MESSAGE_KINDS.map((kind) => [kind, rules]));

describe('the kinds of messages', () => {
  it('are each prepared by one file', () => {
    expect(messageKindFaults(all)).toEqual([]);
  });

  it('are refused at boot where one is missing', () => {
    expect(messageKindFaults(new Map([['letter', rules]]), ['letter', 'parcel'])).toEqual([
      'parcel is prepared by nobody: add it to MessageKinds in a file of messaging/kinds',
    ]);
    const kinds = new MessageKinds();
    for (const kind of MESSAGE_KINDS.filter((one) => one !== 'reminder')) kinds.add({ [kind]: rules });
    expect(() => kinds.onApplicationBootstrap()).toThrow('reminder is prepared by nobody');
    kinds.add({ reminder: rules });
    expect(() => kinds.onApplicationBootstrap()).not.toThrow();
  });

  it('are refused where one comes twice', () => {
    const kinds = new MessageKinds();
    kinds.add({ reminder: rules });
    expect(() => kinds.add({ reminder: rules })).toThrow('Two say how a message of kind reminder is prepared');
  });

  it('are refused at boot where clinics shall word one that has no default text in a language', () => {
    const worded = new Map([['letter', { texts: ['email', 'sms'] as const }]]);
    const inEnglish = (_kind: string, channel: string, language: string) => channel === 'email' || language === 'en';
    expect(messageKindFaults(worded, ['letter'], inEnglish)).toEqual([
      'letter has no default text by sms in fr: add it to templates/default-templates.ts',
    ]);
    expect(messageKindFaults(new Map([['password_reset', { texts: ['email'] as const }]]), ['password_reset'])).toHaveLength(2);
  });

  it('are not guessed where one is on no list', () => {
    expect(() => new MessageKinds().of('reminder')).toThrow('reminder is no message that is on the list of kinds');
  });

  it('wait for their turn where they are prepared, and are known as to staff or to a patient', () => {
    const kinds = new MessageKinds();
    kinds.add({
      reply: rules,
      reminder: { ...rules, prepare: () => Promise.resolve({ status: 'skipped', reason: 'rule_off' }) },
      password_reset: { ...rules, to: 'account' },
    });
    expect((['reply', 'reminder'] as const).map((kind) => kinds.isQueued(kind))).toEqual([false, true]);
    expect((['reply', 'password_reset'] as const).map((kind) => kinds.isToStaff(kind))).toEqual([false, true]);
  });
});
