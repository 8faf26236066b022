import type { Locator, Page } from 'playwright-core';
import { aPatient, aPractitioner, aService, at, comingDay, type Diary, workingHours } from '@keel/api/testing';
import { type StaffSession, staffSession } from './staff.fixture.js';

export interface ScheduleScene extends StaffSession {
  day: string;
  /** Two physiotherapists with hours from nine to five, and a massage therapist. */
  pia: string;
  remy: string;
  mona: string;
  serviceId: string;
  massageId: string;
  /** Books through the API. */
  appointment: (clock: string, over?: Partial<Diary> & Record<string, unknown>) => Promise<{ id: string; version: number }>;
  /** An appointment as the API tells of it now. */
  read: (id: string) => Promise<{ start: string; end: string; practitionerId: string; status: string; overbook: boolean }>;
}

export async function aSchedule(): Promise<ScheduleScene> {
  const made = await staffSession('front_desk');
  const { owner } = made;
  const someone = async (firstName: string, lastName: string, profession = 'physiotherapist') => {
    const { id } = await aPractitioner(owner, { firstName, lastName, profession });
    await workingHours(owner, id);
    return id;
  };
  const pia = await someone('Pia', 'Physio');
  const remy = await someone('Rémy', 'Tremblay');
  const mona = await someone('Mona', 'Massage', 'massage_therapist');
  const service = await aService(owner);
  const massage = await aService(owner, { name: 'Massage', profession: 'massage_therapist', durationMinutes: 60 });
  const patient = await aPatient(owner);
  const day = comingDay();
  const appointment: ScheduleScene['appointment'] = async (clock, over = {}) => {
    const body = { patientId: patient.id, practitionerId: pia, serviceId: service.id, start: at(day, clock), ...over };
    return (await owner.post('/appointments', body).expect(201)).body as { id: string; version: number };
  };
  const read: ScheduleScene['read'] = async (id) =>
    (await owner.get(`/appointments/${id}`).expect(200)).body as Awaited<ReturnType<ScheduleScene['read']>>;
  return { ...made, day, pia, remy, mona, serviceId: service.id, massageId: massage.id, appointment, read };
}

export const cardOf = (page: Page, { id }: { id: string }): Locator => page.locator(`[data-appointment="${id}"]`);

/** The card of an appointment, once it stands. */
export async function readyCard(page: Page, appointment: { id: string }): Promise<Locator> {
  const card = cardOf(page, appointment);
  await card.waitFor();
  return card;
}

const PIXELS_PER_MINUTE = 1.6;

/** A point of the grid: in the column of somebody, this many minutes after the beginning of an appointment that is drawn. */
export async function pointOf(page: Page, card: Locator, minutes: number, columnOf?: string) {
  await card.scrollIntoViewIfNeeded();
  const box = await card.boundingBox();
  const column = columnOf ? await page.locator(`[data-key$="${columnOf}"]`).boundingBox() : null;
  if (!box) throw new Error('The card is not drawn');
  return { x: column ? column.x + column.width / 2 : box.x + box.width / 2, y: box.y + 2 + minutes * PIXELS_PER_MINUTE };
}

export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}
