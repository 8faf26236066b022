import { EVENTS, type EventType, PERMISSIONS, type Permission, readerOf } from '@keel/contracts';
import { type CommittedEvent, mayHear, toLiveEvent } from './live-event.js';

const event = (type: EventType, payload: Record<string, unknown> = {}): CommittedEvent => ({
  clinicId: 'here',
  id: 'e1',
  type,
  payload,
  occurredAt: new Date('2026-03-02T15:00:00Z'),
});
const person = (clinicId: string, ...permissions: Permission[]) => ({ clinicId, permissions: new Set(permissions) });

describe('an event on a stream', () => {
  it('names ids and nothing else of its payload', () => {
    const payload = { messageId: 'm1', patientId: 'p1', appointmentId: null, reason: 'Ann has moved', amount: 1200, start: '2026-03-02' };
    expect(toLiveEvent(event('message.failed', payload))).toEqual({
      id: 'e1',
      type: 'message.failed',
      occurredAt: '2026-03-02T15:00:00.000Z',
      ids: { messageId: 'm1', patientId: 'p1' },
    });
  });

  it('is heard in its own clinic by those who may read what it is about', () => {
    expect(mayHear(person('here', 'appointment:read'), event('appointment.moved'))).toBe(true);
    expect(mayHear(person('here', 'clinic:read', 'patient:read'), event('appointment.moved'))).toBe(false);
    expect(mayHear(person('elsewhere', ...PERMISSIONS), event('appointment.moved'))).toBe(false);
    expect(mayHear(person('here', 'appointment:read', 'invoice:read'), event('note.signed'))).toBe(false);
    expect(mayHear(person('here', 'chart:read'), event('note.signed'))).toBe(true);
  });

  it('is heard by nobody where a stranger may have caused it who knows an address and no more', () => {
    expect(mayHear(person('here', ...PERMISSIONS), event('password.reset_requested'))).toBe(false);
  });

  it('has somebody who may hear it, whatever it is', () => {
    for (const type of Object.keys(EVENTS) as EventType[]) expect(PERMISSIONS).toContain(readerOf(type));
  });
});
