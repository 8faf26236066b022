import type { MessageStatus } from '@keel/contracts';
import type { Agent } from '../testing/agent.js';
import { dueNow, inDays, until } from '../testing/messaging.fixture.js';
import { aPatient } from '../testing/patients.fixture.js';
import { aDiary, anAppointment, type Diary } from '../testing/scheduling.fixture.js';
import type { Session } from '../testing/session.js';

export interface Seen {
  id: string;
  channel: 'email' | 'sms';
  status: MessageStatus;
  reason: string | null;
  dueAt: string;
  attempts: number;
  attention: boolean;
  version: number;
}
let count = 0;

/** A number that no other test writes to. */
export const aNumber = () => `+1613555${String(2000 + ++count)}`;

const diaries = new Map<string, Promise<Diary>>();

/** A patient who can be reached both ways, and an appointment of theirs in some days. */
export async function aReminded({ owner, clinic }: Session, over: { days?: number; patient?: object; locationId?: string } = {}) {
  const diary = diaries.get(clinic.id) ?? aDiary(owner);
  diaries.set(clinic.id, diary);
  const phone = aNumber();
  const email = `patient-${phone.slice(1)}@example.com`;
  const patient = await aPatient(owner, { firstName: 'Zoé', email, phone, ...over.patient });
  const { days = 10, locationId } = over;
  const appointment = await anAppointment(owner, await diary, { patientId: patient.id, start: inDays(days), overbook: true, locationId });
  return { phone, email, patientId: patient.id, appointmentId: appointment.id, start: appointment.start };
}

export async function messagesOf(agent: Agent, appointmentId: string): Promise<Seen[]> {
  const { body } = await agent.get(`/messages?appointmentId=${appointmentId}`).expect(200);
  return (body as { data: Seen[] }).data;
}

/** The message by this channel once it has one of these states. */
export function once(agent: Agent, appointmentId: string, channel: 'email' | 'sms', ...statuses: MessageStatus[]): Promise<Seen> {
  return until(
    async () => {
      const found = (await messagesOf(agent, appointmentId)).find((message) => message.channel === channel);
      return found && statuses.includes(found.status) ? found : undefined;
    },
    `${channel} ${statuses.join(' or ')}`,
  );
}

/** An appointment with both reminders planned, not yet due. */
export async function aPlanned(clinic: Session, over: Parameters<typeof aReminded>[1] = {}) {
  const appointment = await aReminded(clinic, over);
  await until(async () => (await messagesOf(clinic.owner, appointment.appointmentId)).length === 2, 'planned reminders');
  return appointment;
}

/** An appointment whose reminders are planned and due this moment. */
export async function remindNow(clinic: Session, over: Parameters<typeof aReminded>[1] = {}) {
  const appointment = await aPlanned(clinic, over);
  await dueNow(clinic.app, appointment.appointmentId);
  return appointment;
}
