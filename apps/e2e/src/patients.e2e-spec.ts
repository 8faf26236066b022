import { addDays } from '@keel/calendar';
import type { Page } from 'playwright-core';
import { faultsInBothThemes, describeInBrowser, PHONE } from './testing/browser.js';
import { aDiary, anAppointment, aPatient, at as day, comingDay } from '@keel/api/testing';
import { readIn, type StaffSession, staffSession, tooWide } from './staff.fixture.js';

const LONG = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft';
const RTL = 'فاطمة';

const search = (page: Page) => page.getByRole('textbox', { name: /Search patients|Chercher un patient/ });
const names = (page: Page) => page.locator('main table tbody tr, main li').locator('a[data-row]').allInnerTexts();

describeInBrowser('the list of patients', () => {
  let at: StaffSession;
  beforeAll(async () => {
    at = await staffSession('front_desk');
    await aPatient(at.agent, { firstName: 'Zoé', lastName: 'Tremblay', phone: '416 555 0177', tags: ['wsib'], alerts: ['Latex allergy'] });
    await aPatient(at.agent, { firstName: 'Bob', lastName: 'Aubin', preferredName: 'Bobby', phone: null, email: null });
    await aPatient(at.agent, { firstName: LONG, lastName: LONG });
    await aPatient(at.agent, { firstName: RTL, lastName: 'الزهراء' });
    await anAppointment(at.agent, await aDiary(at.owner));
    const { id, version } = await aPatient(at.agent, { firstName: 'Gone', lastName: 'Yesterday' });
    await at.agent.patch(`/patients/${id}`, { archived: true }, { ifMatch: version }).expect(200);
  });

  it('finds a patient by one click and typing, forgives errors, and opens the best match on Enter', async () => {
    const { page, complaints } = await at.open('/schedule');
    // One click, and then only typing: the search is where the page begins.
    await page.getByRole('link', { name: 'Patients' }).click();
    await page.locator('main input:focus').waitFor();
    await page.keyboard.type('trembley zoe');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Zoé Tremblay' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps what is looked for in the address, goes through the rows by arrows, and teaches when nobody matches', async () => {
    const { page, complaints } = await at.open('/patients?q=177');
    await page.getByRole('link', { name: 'Zoé Tremblay' }).waitFor();
    expect(await names(page)).toEqual(['Zoé Tremblay']);
    await search(page).fill('');
    await page.getByRole('link', { name: 'Bobby Aubin' }).waitFor();
    expect(await page.getByText('legally Bob Aubin').isVisible()).toBe(true);
    await search(page).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.locator('main input:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/journey');
    await page.goBack();
    await search(page).fill('Xqzwk Vvvvv');
    await page.getByText('Nobody matches “Xqzwk Vvvvv”').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('Xqzwk Vvvvv');
    await page.getByRole('link', { name: 'Add “Xqzwk Vvvvv” as a new patient' }).click();
    expect(await page.getByLabel('Legal last name').inputValue()).toBe('Vvvvv');
    expect(complaints).toEqual([]);
  });

  it('sorts, narrows to a tag, and finds the archived apart', async () => {
    const { page, complaints } = await at.open('/patients');
    await page.getByRole('link', { name: 'Bobby Aubin' }).waitFor();
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await page.waitForURL('**sort=-lastName');
    await page.locator('th[aria-sort="descending"]').waitFor();
    await page.getByRole('button', { name: 'Only patients with the tag wsib' }).click();
    await page.getByText('Tag: wsib').waitFor();
    await page.getByRole('link', { name: 'Bobby Aubin' }).waitFor({ state: 'detached' });
    expect(await names(page)).toEqual(['Zoé Tremblay']);
    await page.getByRole('button', { name: 'Show patients of every tag' }).click();
    await page.getByText('Archived').click();
    await page.getByRole('link', { name: 'Gone Yesterday' }).waitFor();
    await search(page).fill('yesterdy');
    await page.waitForURL('**q=yesterdy**');
    await page.getByRole('link', { name: 'Gone Yesterday' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows a very long name and one written from the right without breaking the page, as cards on a phone', async () => {
    for (const viewport of [PHONE, { width: 1024, height: 768 }]) {
      const { page } = await at.open('/patients', { viewport });
      await page.getByText(RTL).first().waitFor();
      expect(await tooWide(page)).toBe(0);
      expect(await page.locator('main bdi').first().isVisible()).toBe(true);
      expect(await page.getByRole('table').count()).toBe(viewport === PHONE ? 0 : 1);
    }
  });

  it('has no fault that axe finds, in both themes and languages', async () => {
    for (const language of ['en', 'fr'] as const) {
      const { page, complaints } = await at.open('/patients');
      await readIn(page, language);
      await page.getByText(RTL).first().waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      await search(page).fill('qqqqqqq');
      await page.getByRole('heading', { level: 2 }).waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});

describeInBrowser('the appointments beside the patients of the list', () => {
  let at: StaffSession;
  let last: string;
  let next: string;
  beforeAll(async () => {
    at = await staffSession('front_desk');
    const diary = await aDiary(at.owner);
    const monday = comingDay();
    const came = await anAppointment(at.agent, diary, { start: day(addDays(monday, -21), '10:00') });
    await at.agent.post(`/appointments/${came.id}/arrive`).expect(200);
    const missed = await anAppointment(at.agent, diary, { start: day(addDays(monday, -20), '10:00') });
    await at.agent.post(`/appointments/${missed.id}/no-show`).expect(200);
    const coming = await anAppointment(at.agent, diary, { start: day(monday, '10:00') });
    await aPatient(at.agent, { firstName: 'New', lastName: 'Zimmer' });
    [last, next] = [came.id, coming.id];
  });

  const rows = (page: Page) => page.locator('main tbody tr');
  const dates = (page: Page) => rows(page).first().getByRole('link').nth(1);

  it('come after the names and move nothing, and open beside the list', async () => {
    const { page, complaints } = await at.open('/schedule');
    const held = Promise.withResolvers<void>();
    await page.route('**/appointments/nearest**', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByRole('link', { name: 'Patients' }).click();
    await page.getByRole('link', { name: 'New Zimmer' }).waitFor();
    const box = () => rows(page).nth(1).boundingBox();
    const before = await box();
    expect(await dates(page).count()).toBe(0);
    held.resolve();
    await dates(page).waitFor();
    expect(await box()).toEqual(before);
    // One came and is expected; the other has neither.
    expect(await rows(page).getByRole('link').count()).toBe(4);
    await rows(page).first().getByRole('link').nth(1).click();
    await page.waitForURL(`**/patients?appointment=${last}`);
    await page.getByRole('complementary', { name: 'Appointment' }).getByText('Arrived').first().waitFor();
    await page.keyboard.press('Escape');
    await rows(page).first().getByRole('link').nth(2).click();
    await page.waitForURL(`**/patients?appointment=${next}`);
    expect(await rows(page).count()).toBe(2);
    expect(complaints).toEqual([]);
  });

  it('say so where they cannot be read, and are asked for again', async () => {
    const { page } = await at.open('/schedule');
    await page.route('**/appointments/nearest**', (route) => route.abort());
    await page.getByRole('link', { name: 'Patients' }).click();
    await page.getByRole('link', { name: 'New Zimmer' }).waitFor();
    await page.getByRole('alert').getByText('We cannot reach the clinic').waitFor();
    await page.unroute('**/appointments/nearest**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await dates(page).waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('are the next one alone on a phone, where the whole card opens the patient', async () => {
    const { page, complaints } = await at.open('/patients', { viewport: PHONE });
    await page.getByText(/^Next appointment: /).waitFor();
    await page.getByText('No appointment planned').waitFor();
    expect(await page.locator('main li a').count()).toBe(2);
    expect(await tooWide(page)).toBe(0);
    await readIn(page, 'fr');
    await page.getByText(/^Prochain rendez-vous/).waitFor();
    expect(complaints).toEqual([]);
  });
});

describeInBrowser('adding a patient', () => {
  let at: StaffSession;
  beforeAll(async () => {
    at = await staffSession('front_desk');
  });

  it('says in words what is missing, loses nothing when the network fails, and adds once', async () => {
    const { page } = await at.open('/patients/new');
    await page.getByRole('button', { name: 'Add patient' }).click();
    await page.getByText('Enter a first name or a last name; one is enough.').first().waitFor();
    await page.locator('input[data-path="firstName"]:focus').waitFor();
    const phone = page.getByRole('group', { name: 'How to reach them' }).getByLabel('Phone');
    await page.getByLabel('Preferred name').fill('Mimi');
    await phone.fill('12');
    await page.getByLabel('Legal first name').fill('Amélie');
    await page.getByLabel('Legal last name').fill('Gagné');
    await page.getByLabel('Date of birth').fill('1988-02-29');
    await page.getByRole('combobox', { name: 'Alerts' }).fill('Latex allergy');
    await page.getByRole('combobox', { name: 'Alerts' }).press('Enter');
    await page.getByText('No such number can be dialled').waitFor();
    await phone.fill('416 555 0123');
    await page.route('**/api/v1/patients', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.getByRole('button', { name: 'Add patient' }).click();
    await page.getByRole('alert').getByText('We cannot reach the clinic').waitFor();
    expect(await page.getByLabel('Preferred name').inputValue()).toBe('Mimi');
    await page.unroute('**/api/v1/patients');
    await page.getByRole('button', { name: 'Add patient' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mimi Gagné' }).waitFor();
    await page.getByText('Latex allergy').first().waitFor();
    const { body } = await at.agent.get('/patients?q=gagne').expect(200);
    expect((body as { data: unknown[] }).data).toHaveLength(1);
  });

  it('warns while typing of somebody who is here already, and asks before what was typed is left', async () => {
    await aPatient(at.agent, { firstName: 'Rose', lastName: 'Côté', dateOfBirth: '1970-05-05', phone: '613 555 0188' });
    const { page, complaints } = await at.open('/patients/new');
    await page.getByLabel('Legal first name').fill('rose');
    await page.getByLabel('Legal last name').fill('Cote');
    await page.getByText('Somebody like this is already here').waitFor();
    await page.getByText('same name').waitFor();
    await page.getByLabel('Date of birth').fill('1970-05-05');
    await page.getByText('same name and date of birth').waitFor();
    await page.getByRole('link', { name: 'Schedule' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    await page.getByRole('button', { name: 'Stay here' }).click();
    expect(await page.getByLabel('Legal first name').inputValue()).toBe('rose');
    await page.getByRole('link', { name: 'Open this record' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rose Côté' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('has no fault that axe finds, in both themes and languages, on a phone', async () => {
    for (const [colorScheme, language, button] of [
      ['light', 'en', 'Add patient'],
      ['dark', 'fr', 'Ajouter le patient'],
    ] as const) {
      const { page, complaints } = await at.open('/patients/new', { colorScheme, viewport: PHONE });
      await readIn(page, language);
      await page.getByRole('button', { name: button }).click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});
