import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser, DESK, faultsInBothThemes, PHONE } from './testing/browser.js';
import {
  anAppointment,
  aPatient,
  aPractitioner,
  aService,
  aSignedNote,
  comingDay,
  type Diary,
  member,
  type TestAppointment,
  workingHours,
} from '@keel/api/testing';
import { answerLeave, readIn, type StaffSession, staffSession, tooWide } from './staff.fixture.js';

const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Parts of the record' }).getByRole('link', { name });

describeInBrowser('the page of a patient', () => {
  let at: StaffSession;
  let diary: Diary;
  let appointment: TestAppointment;

  /** A practitioner whose patient came, was written up, and has not paid; the workers write the journey from events. */
  beforeAll(async () => {
    at = await staffSession('practitioner', { workers: true });
    const practitionerId = at.practitionerId ?? '';
    const [service, patient] = await Promise.all([
      aService(at.owner),
      aPatient(at.owner, { alerts: ['Latex allergy'], pronouns: 'she/her' }),
    ]);
    await workingHours(at.owner, practitionerId);
    diary = { practitionerId, serviceId: service.id, patientId: patient.id };
    appointment = await anAppointment(at.owner, diary);
    await at.owner.post(`/appointments/${appointment.id}/arrive`).expect(200);
    await aSignedNote(at.agent, appointment.id);
    await at.owner.post(`/appointments/${appointment.id}/invoice`, {}).expect(201);
    await anAppointment(at.owner, diary, { start: `${comingDay(3)}T15:00:00Z` });
    await at.app.settle();
  });

  it('says who it is, what to beware of, what is owed and what is next, above the one line of what happened', async () => {
    const { page, complaints } = await at.open(`/patients/${diary.patientId}`);
    await page.getByRole('heading', { level: 1, name: 'Amélie Gagné' }).waitFor();
    await page.getByText(/^Born Feb 29, 1988, \d+ years$/).waitFor();
    await page.getByRole('group', { name: 'Alerts' }).getByText('Latex allergy').waitFor();
    await page.getByText('she/her').waitFor();
    await page.getByRole('link', { name: 'Owes $120.00' }).waitFor();
    await page.getByRole('link', { name: /Treatment with/ }).waitFor();
    const line = page.locator('main ol li');
    await line.first().waitFor();
    const told = await line.allInnerTexts();
    // Newest first: the record was opened before all else.
    expect(told.at(-1)).toContain('Record opened');
    expect(told.join()).toMatch(/Note signed[\s\S]*Arrived/);
    await page.getByRole('navigation', { name: 'What to show' }).getByRole('link', { name: 'Money' }).click();
    await page.waitForURL('**theme=money');
    await page.getByText('Arrived').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /Invoice 0*1 issued/ }).click();
    await page.waitForURL('**/invoices/*');
    expect(complaints).toEqual([]);
  });

  it('opens an appointment beside the page from the journey, and keeps times in the reader’s language', async () => {
    const { page, complaints } = await at.open(`/patients/${diary.patientId}/journey`);
    await readIn(page, 'fr');
    await page
      .getByRole('link', { name: 'Sur place' })
      .or(page.getByRole('link', { name: 'Arrivé' }))
      .click();
    await page.waitForURL(`**appointment=${appointment.id}**`);
    expect(await page.getByText('Note signée').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('keeps the chart: an allergy is added, ended, brought back, and marked as an error', async () => {
    const { page, complaints } = await at.open(`/patients/${diary.patientId}/chart`);
    await page.getByRole('link', { name: /Physiotherapy/ }).waitFor();
    await page.getByRole('button', { name: 'Add an allergy' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add an allergy' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Say what it is.').waitFor();
    await dialog.getByLabel('Description').fill('Penicillin');
    await page.keyboard.press('Escape');
    await answerLeave(page, 'Stay here');
    await dialog.getByLabel('Risk').selectOption('high');
    await dialog.getByRole('combobox', { name: 'Reactions' }).fill('hives');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const allergies = page.getByRole('region', { name: 'Allergies' });
    await allergies.getByText('High risk').waitFor();
    await allergies.getByText('hives').waitFor();
    await allergies.getByRole('button', { name: 'Resolve Penicillin' }).click();
    await allergies.getByRole('button', { name: '1 past' }).waitFor();
    await page.getByRole('button', { name: 'Undo — bring Penicillin back' }).click();
    await allergies.getByRole('button', { name: 'Change Penicillin' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Entered in error' }).click();
    await allergies.getByText('No allergies recorded').waitFor();
    const { body } = await at.agent.get(`/allergies?patientId=${diary.patientId}`).expect(200);
    expect((body as { data: object[] }).data).toMatchObject([{ description: 'Penicillin', verificationStatus: 'entered_in_error' }]);
    expect(complaints).toEqual([]);
  });

  it('opens a chart without a care relationship only with a reason, which is written down', async () => {
    const other = await aPractitioner(at.owner);
    const theirs = await aPatient(at.owner, { firstName: 'Not', lastName: 'Mine' });
    await workingHours(at.owner, other.id);
    const { page } = await at.open(`/patients/${theirs.id}/chart`);
    await page.getByText('This chart is closed to you').waitFor();
    await page.getByRole('button', { name: 'Open the chart' }).click();
    await page.getByText('Say why in a few words: they are reviewed.').waitFor();
    await page.getByLabel('Why you need it').fill('Covers for a colleague today');
    await page.getByRole('button', { name: 'Open the chart' }).click();
    await page.getByText('No allergies recorded').waitFor();
    const { body } = await at.owner.get('/chart-access').expect(200);
    expect(JSON.stringify(body)).toContain('Covers for a colleague today');
  });

  it('never shows the chart to the front desk, nor billing what is written to patients', async () => {
    const desk = (await member(at.app, at.owner, at.clinic.id, 'front_desk')).agent;
    const { page, complaints } = await at.open(`/patients/${diary.patientId}/chart`, { as: desk });
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    expect(await tab(page, 'Chart').count()).toBe(0);
    await tab(page, 'Journey').click();
    await page.getByText('Note signed').waitFor();
    expect(await page.getByRole('link', { name: 'Note signed' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'New note' }).count()).toBe(0);
    expect(await page.content()).not.toContain('as expected');
    const bill = (await member(at.app, at.owner, at.clinic.id, 'billing')).agent;
    const money = await at.open(`/patients/${diary.patientId}/details`, { as: bill });
    await money.page.getByText('Consent to be written to').waitFor();
    expect(await tab(money.page, 'Messages').count()).toBe(0);
    expect(await money.page.getByRole('button', { name: /Edit|Archive|Record consent/ }).count()).toBe(0);
    expect([...complaints, ...money.complaints]).toEqual([]);
  });

  it('lists appointments and invoices, and takes a payment', async () => {
    const { page, complaints } = await at.open(`/patients/${diary.patientId}/appointments`);
    await page.getByRole('region', { name: 'Upcoming' }).getByRole('link').first().waitFor();
    await tab(page, 'Billing').click();
    await page.getByRole('button', { name: /Take payment on invoice/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Take a payment' });
    await dialog.getByText('Cash', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Take $120.00' }).click();
    await page.getByRole('link', { name: 'Nothing owed' }).waitFor();
    expect(await page.getByRole('link', { name: /Receipt of invoice/ }).getAttribute('href')).toMatch(/\/pdf$/);
    expect(complaints).toEqual([]);
  });

  it('has no fault that axe finds on any tab, in both themes and languages, on a desk and on a phone', async () => {
    for (const [language, viewport] of [
      ['en', DESK],
      ['fr', PHONE],
    ] as const) {
      const { page, complaints } = await at.open(`/patients/${diary.patientId}/journey`, { viewport });
      await readIn(page, language);
      for (const name of ['journey', 'chart', 'appointments', 'billing', 'messages', 'details']) {
        const link = page.locator(`main nav a[href$="/${name}"]`).first();
        await link.click();
        await link.and(page.locator('[aria-current="page"]')).waitFor();
        await page.locator('main .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
        expect([name, await faultsInBothThemes(page)]).toEqual([name, []]);
        expect([name, await tooWide(page)]).toEqual([name, 0]);
      }
      expect(complaints).toEqual([]);
    }
  });
});

describeInBrowser('the details of a patient', () => {
  let at: StaffSession;
  beforeAll(async () => {
    at = await staffSession('front_desk');
  });

  it('shows both sides where two people change a record at once, and keeps what was typed', async () => {
    const { id } = await aPatient(at.agent);
    const { page } = await at.open(`/patients/${id}/details`);
    await page.getByRole('button', { name: 'Edit details' }).click();
    await page.getByLabel('Preferred name').fill('Mimi');
    await page.getByLabel('Occupation').fill('Baker');
    await at.owner.patch(`/patients/${id}`, { preferredName: 'Amy', genderIdentity: 'woman' }, { ifMatch: '*' }).expect(200);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Somebody else changed this record meanwhile').waitFor();
    await page.getByText('Also changed meanwhile, and taken over here: Gender identity.').waitFor();
    const row = page.getByRole('row', { name: /Preferred name/ });
    expect(await row.getByRole('radio').first().isChecked()).toBe(true);
    await row.getByRole('radio').last().check();
    expect(await page.getByLabel('Preferred name', { exact: true }).inputValue()).toBe('Amy');
    await row.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mimi Gagné' }).waitFor();
    const { body } = await at.agent.get(`/patients/${id}`).expect(200);
    expect(body).toMatchObject({ preferredName: 'Mimi', occupation: 'Baker', genderIdentity: 'woman', version: 3 });
  });

  it('loses nothing when the network fails while saving', async () => {
    const { id } = await aPatient(at.agent);
    const { page } = await at.open(`/patients/${id}/details`);
    await page.getByRole('button', { name: 'Edit details' }).click();
    await page.getByLabel('Occupation').fill('Weaver');
    await page.route(`**/api/v1/patients/${id}`, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('alert').getByText('We cannot reach the clinic').waitFor();
    expect(await page.getByLabel('Occupation').inputValue()).toBe('Weaver');
    await page.unroute(`**/api/v1/patients/${id}`);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Details saved').waitFor();
    await page.getByText('Weaver').waitFor();
  });

  it('records a consent, archives, and takes that back', async () => {
    const { id } = await aPatient(at.agent);
    const { page, complaints } = await at.open(`/patients/${id}/details`);
    await page.getByRole('button', { name: 'Record consent' }).click();
    const dialog = page.getByRole('dialog', { name: 'Record consent' });
    await dialog.getByLabel('For').selectOption('marketing');
    await dialog.getByText('Does not agree').click();
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dialog.getByText('Say how it was given.').waitFor();
    await dialog.getByLabel('How it was given').fill('By phone');
    await page.mouse.click(5, 5);
    await answerLeave(page, 'Stay here');
    await dialog.getByLabel('Words they agreed to').fill('No news, please.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Record' }).click();
    await page.getByRole('cell', { name: 'No news, please.' }).waitFor();
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByRole('button', { name: 'Bring back from the archive' }).waitFor();
    await page.getByRole('button', { name: /Undo/ }).click();
    await page.getByRole('button', { name: 'Archive', exact: true }).waitFor();
    expect((await at.agent.get(`/patients/${id}`).expect(200)).body).toMatchObject({ archived: false });
    expect(complaints).toEqual([]);
  });

  it('records a death, shows it above the record, books no more, and takes an error back, in both languages', async () => {
    for (const [locale, words] of [
      [
        'en-CA',
        {
          record: 'Record a death',
          date: 'Date of death',
          save: 'Record the death',
          head: 'Died Feb 1, 2026',
          back: 'This was entered in error',
          book: 'Book',
        },
      ],
      [
        'fr-CA',
        {
          record: 'Consigner un décès',
          date: 'Date du décès',
          save: 'Consigner le décès',
          head: /^Décès\s*:\s*(le\s+)?1(er)?\s+févr/,
          back: 'C’était une erreur de saisie',
          book: 'Réserver',
        },
      ],
    ] as const) {
      const { id } = await aPatient(at.agent);
      const { page, complaints } = await at.open(`/patients/${id}/details`, { locale });
      await page.getByRole('button', { name: words.record }).click();
      await page.getByRole('button', { name: words.save }).click();
      await page.getByLabel(words.date).fill('2026-02-01');
      expect(await faultsInBothThemes(page)).toEqual([]);
      await page.getByRole('button', { name: words.save }).click();
      await page.getByText(words.head).first().waitFor();
      await page.getByRole('link', { name: words.book, exact: true }).waitFor({ state: 'detached' });
      expect((await at.agent.get(`/patients/${id}`).expect(200)).body).toMatchObject({ deceasedOn: '2026-02-01' });
      expect(await faultsInBothThemes(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await tooWide(page)).toBe(0);
      await page.getByRole('button', { name: words.back }).click();
      await page.getByRole('button', { name: words.record }).waitFor();
      expect((await at.agent.get(`/patients/${id}`).expect(200)).body).toMatchObject({ deceasedOn: null });
      expect(complaints).toEqual([]);
    }
  });

  it('shows a very long name and one written from the right whole, on a phone', async () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft';
    for (const [firstName, lastName] of [
      [long, long],
      ['فاطمة', 'الزهراء'],
    ] as const) {
      const { id } = await aPatient(at.agent, { firstName, lastName });
      const { page } = await at.open(`/patients/${id}/details`, { viewport: PHONE });
      await page.getByRole('heading', { level: 1, name: `${firstName} ${lastName}` }).waitFor();
      expect(await tooWide(page)).toBe(0);
      expect(await page.locator('h1 bdi').innerText()).toBe(`${firstName} ${lastName}`);
    }
  });
});
