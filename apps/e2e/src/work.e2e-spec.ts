import type { Page } from 'playwright-core';
import { describeInBrowser, faultsInBothThemes, PHONE } from './testing/browser.js';
import { aPatient, loginOf, member, until, workOf } from '@keel/api/testing';
import { type StaffSession, staffSession } from './staff.fixture.js';

let at: StaffSession;

/** A message to the patient that failed, as the sender leaves it. */
async function aFailure(lastName: string): Promise<string> {
  const patient = await aPatient(at.owner, { firstName: 'Rose', lastName });
  const [row] = await at.app.sql<{ id: string }>(
    `INSERT INTO message (clinic_id, id, kind, channel, status, due_at, starts_at, patient_id)
     VALUES ($1, uuidv7(), 'reminder', 'email', 'failed', now(), now() + interval '2 days', $2) RETURNING id`,
    [at.clinic.id, patient.id],
  );
  return row?.id ?? '';
}

const rows = (page: Page, name = 'To decide') => page.getByRole('list', { name }).getByRole('listitem');

describeInBrowser('what is to be decided', () => {
  beforeAll(async () => {
    at = await staffSession('owner');
    await aFailure('Bounced');
    const { agent } = await member(at.app, at.owner, at.clinic.id, 'practitioner');
    const { id } = await aPatient(at.owner);
    await agent.post(`/patients/${id}/chart-access`, { reason: 'She collapsed in the waiting room' }).expect(201);
  });

  it('stands in one list with who it is about, is counted at the rail, and leads to where it is done', async () => {
    const { page, complaints } = await at.open('/inbox?show=work');
    await page.getByRole('link', { name: /Inbox.*1 message to look into, 1 other thing to decide/ }).waitFor();
    const message = rows(page).filter({ hasText: 'Rose Bounced' });
    await message.getByText('A message failed: reach them in another way').waitFor();
    const opening = rows(page).filter({ hasText: 'A chart was opened' });
    expect(await opening.innerText()).toMatch(/Mara Member[\s\S]*since /);
    await opening.getByRole('link').click();
    await page.waitForURL('**/settings/chart-access');
    await page.goBack();
    await message.getByRole('link').press('Enter');
    await page.getByRole('button', { name: 'Mark as taken care of' }).press('Enter');
    await page.getByText('Noted as taken care of').waitFor();
    await page.getByRole('link', { name: /Inbox[^,]*1 other thing to decide/ }).waitFor();
    expect(await rows(page).filter({ hasText: 'Rose' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is given to somebody who may do it, with a day, and found under their name', async () => {
    const failure = await aFailure('Given');
    const { agent } = await member(at.app, at.owner, at.clinic.id, 'front_desk');
    const { page, complaints } = await at.open('/inbox?show=work');
    const row = rows(page).filter({ hasText: 'Rose Given' });
    const whose = row.getByRole('combobox', { name: 'Who does it: Rose Given' });
    // The practitioner of the same name reads messages and decides about none.
    await until(async () => (await whose.getByRole('option').allInnerTexts()).length === 3);
    await whose.selectOption(await loginOf(agent));
    const item = async () => (await workOf(at.owner)).find(({ subject }) => subject.id === failure);
    await until(async () => (await item())?.assigneeId === (await loginOf(agent)));
    const day = row.getByLabel('By what day: Rose Given');
    await day.fill('2026-12-24');
    await day.press('Enter');
    await until(async () => (await item())?.dueAt === '2026-12-25T04:59:00.000Z');
    await rows(page).first().filter({ hasText: 'Rose Given' }).waitFor();
    const theirs = await at.open('/inbox?show=work&whose=me', { as: agent });
    await rows(theirs.page).filter({ hasText: 'Rose Given' }).waitFor();
    expect(await rows(theirs.page).count()).toBe(1);
    await page.getByRole('combobox', { name: 'Whose' }).selectOption({ label: 'Mine' });
    await page.getByText('Nothing to decide').waitFor();
    expect(page.url()).toMatch(/whose=me/);
    expect([...complaints, ...theirs.complaints]).toEqual([]);
  });

  it('is told to those who may not do it, without a way to give it', async () => {
    const { agent } = await member(at.app, at.owner, at.clinic.id, 'practitioner');
    const { page, complaints } = await at.open('/inbox?show=work', { as: agent });
    const row = rows(page).filter({ hasText: 'Rose Given' });
    await row.getByText(/Mara Member · until /).waitFor();
    expect(await row.getByRole('combobox').count()).toBe(0);
    expect(await rows(page).filter({ hasText: 'A chart was opened' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('has no fault that axe finds, in both themes and languages, at a desk and on a phone', async () => {
    for (const [locale, list] of [
      ['en-CA', 'To decide'],
      ['fr-CA', 'À décider'],
    ] as const) {
      const { page, complaints } = await at.open('/inbox?show=work', { locale });
      await rows(page, list).first().waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      expect(complaints).toEqual([]);
    }
  });
});
