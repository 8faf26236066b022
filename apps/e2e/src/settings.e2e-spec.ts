import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { AuditSealer } from '@keel/api/platform';
import { aDiary, Agent, anAppointment, at as instantAt, comingDay } from '@keel/api/testing';
import { describeInBrowser, faultsInBothThemes } from './testing/browser.js';
import { answerLeave, leaveQuestion, readIn, staffSession, type StaffSession } from './staff.fixture.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const press = (page: Page, name: string | RegExp) => button(page, name).click();
const row = (page: Page, text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text });

interface Named {
  id: string;
  name: string;
  version: number;
}
async function listOf<T = Named>(agent: Agent, path: string): Promise<T[]> {
  return ((await agent.get(path).expect(200)).body as { data: T[] }).data;
}

describeInBrowser('the settings', () => {
  let here: StaffSession;
  beforeAll(async () => {
    here = await staffSession();
  });
  const open = (section: string, options = {}) => here.open(`/settings/${section}`, options);

  it('keep the clinic’s contact, notice and tax numbers', async () => {
    const { page, complaints } = await open('clinic');
    await page.getByLabel('Phone').fill('416 555 0100');
    await page.getByLabel('Hours of notice').fill('400');
    await press(page, 'Add a number');
    await page.getByLabel('Number, line 1').fill('123456789 RT0001');
    await press(page, 'Save');
    await page.getByText('Enter 0 to 336 hours').waitFor();
    await page.getByLabel('Hours of notice').fill('48');
    await press(page, 'Save');
    await page.getByText('The clinic’s details are saved.').waitFor();
    const { body } = await here.agent.get(`/clinics/${here.clinic.id}`).expect(200);
    expect(body).toMatchObject({ phone: '+14165550100', cancellationNoticeHours: 48, taxNumbers: { 'GST/HST': '123456789 RT0001' } });
    expect(complaints).toEqual([]);
  });

  it('keep what is typed of the clinic where somebody else saves meanwhile and the link breaks', async () => {
    const { page } = await open('clinic');
    await page.getByLabel('Phone').fill('416 555 0199');
    await here.agent.patch(`/clinics/${here.clinic.id}`, { cancellationNoticeHours: 36 }, { ifMatch: '*' }).expect(200);
    const again = page.waitForResponse((answer) => answer.url().endsWith(`/clinics/${here.clinic.id}`));
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await again;
    await page.waitForLoadState('domcontentloaded');
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    expect(await page.getByLabel('Phone').inputValue()).toBe('416 555 0199');
  });

  it('ask before a form is left with something typed in it, and not once it is saved', async () => {
    const { page, complaints } = await open('clinic');
    const locations = page.getByRole('link', { name: 'Locations' });
    await page.getByLabel('Phone').fill('416 555 0177');
    await locations.click();
    await answerLeave(page, 'Stay here');
    expect(await page.getByLabel('Phone').inputValue()).toBe('416 555 0177');
    await press(page, 'Save');
    await page.getByText('The clinic’s details are saved.').waitFor();
    await locations.click();
    await page.getByRole('heading', { level: 1, name: 'Locations' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('close a dialog at once while nothing is typed in it, and by no way without asking once something is', async () => {
    const { page, complaints } = await open('locations');
    const dialog = page.getByRole('dialog', { name: 'New location' });
    const name = dialog.getByLabel('Name', { exact: true });
    await press(page, 'Add a location');
    await name.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await press(page, 'Add a location');
    await name.fill('Half a name');
    await page.keyboard.press('Escape');
    await leaveQuestion(page).waitFor();
    // The same key answers the question, and that only.
    await page.keyboard.press('Escape');
    await leaveQuestion(page).waitFor({ state: 'hidden' });
    const ways = [
      () => dialog.getByRole('button', { name: 'Close' }).click(),
      () => page.mouse.click(5, 5),
      () => dialog.getByRole('button', { name: 'Cancel' }).click(),
    ];
    for (const way of ways) {
      await way();
      await answerLeave(page, 'Stay here');
      expect(await name.inputValue()).toBe('Half a name');
    }
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await answerLeave(page, 'Leave without saving');
    await dialog.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('add a location and keep the only one in use', async () => {
    const { page } = await open('locations');
    expect(await button(page, /^Stop using/).isDisabled()).toBe(true);
    await press(page, 'Add a location');
    await page.getByLabel('Name', { exact: true }).fill('Annex');
    await page.getByLabel('City').fill('Kingston');
    await press(page, 'Save');
    await press(page, 'Stop using Annex');
    await press(page, 'Undo — Annex');
    await button(page, 'Stop using Annex').waitFor();
  });

  it('invite, change roles, withdraw; the last owner stays one', async () => {
    const { page } = await open('staff');
    await press(page, 'Change roles: Olive Owner');
    await page.getByText('A clinic needs an owner. Make somebody else an owner first.').waitFor();
    await press(page, 'Cancel');
    expect(await button(page, 'Deactivate Olive Owner').isDisabled()).toBe(true);

    await press(page, 'Invite somebody');
    await page.getByLabel('First name').fill('Bo');
    await page.getByLabel('Last name').fill('Billing');
    await page.getByLabel('E-mail').fill(`${randomUUID()}@clinic.example`);
    await page.getByRole('dialog').getByLabel('Billing').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Invite somebody' }).click();
    await row(page, 'Bo Billing').getByText('Front desk · Billing').waitFor();
    await press(page, 'Change roles: Bo Billing');
    await page.getByRole('dialog').getByLabel('Front desk').uncheck();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await row(page, 'Bo Billing')
      .getByText(/^Billing ·/)
      .waitFor();
    await press(page, 'Invite again: Bo Billing');
    await page.getByText(/A new invitation is on its way/).waitFor();
    await press(page, 'Invite somebody');
    await page.getByLabel('E-mail').fill(
      await row(page, 'Bo Billing')
        .innerText()
        .then((text) => /\S+@clinic\.example/.exec(text)?.[0].toUpperCase() ?? ''),
    );
    await page.getByText('Bo Billing is invited already. This sends a new link').waitFor();
    await press(page, 'Cancel');
    await press(page, 'Leave without saving');
    await press(page, 'Withdraw the invitation of Bo Billing');
    await row(page, 'Bo Billing').waitFor({ state: 'detached' });
  });

  it('add a practitioner, who can be changed and deactivated', async () => {
    const { page } = await open('practitioners');
    await press(page, 'Add a practitioner');
    await page.getByLabel('First name').fill('Nils');
    await page.getByLabel('Last name').fill('Nurse');
    await page.getByLabel('E-mail').fill(`${randomUUID()}@clinic.example`);
    await page.getByLabel('Profession').selectOption('foot_care_nurse');
    await page.getByLabel('Registration number').fill('RN-1');
    await press(page, 'Save');
    await press(page, 'Edit Nils Nurse');
    await page.getByLabel('College or board').fill('College of Nurses');
    await page.getByLabel('Plum').check();
    await press(page, 'Save');
    await row(page, 'College of Nurses').waitFor();
    await press(page, 'Deactivate Nils Nurse');
    await row(page, 'Takes no bookings').waitFor();
  });

  it('keep services: prices as the reader types them, and archiving that is taken back', async () => {
    const { page } = await open('services', { locale: 'fr-CA' });
    await page.evaluate("localStorage.setItem('keel-language', 'fr')");
    await page.reload();
    await press(page, 'Ajouter un service');
    await page.getByLabel('Nom', { exact: true }).fill('Suivi');
    await page.getByLabel('Prix avant taxes').fill('cent');
    await press(page, 'Enregistrer');
    await page.getByText('Entrez un montant').waitFor();
    await page.getByLabel('Prix avant taxes').fill('1 085,5');
    await page.getByLabel('Minutes après').fill('10');
    await press(page, 'Enregistrer');
    await row(page, '0 min avant, 10 min après').waitFor();
    expect(await listOf<Named & { price: object }>(here.agent, '/services')).toEqual([
      expect.objectContaining({ name: 'Suivi', price: { amount: 108_550, currency: 'CAD' } }),
    ]);
    await press(page, 'Archiver Suivi');
    await press(page, 'Annuler — Suivi');
    await button(page, 'Archiver Suivi').waitFor();
  });

  it('tell that somebody else was quicker, keep what was typed, and keep both changes', async () => {
    const [service] = await listOf(here.agent, '/services');
    const { page } = await open('services');
    await press(page, /^Edit /);
    await page.getByLabel('Price before tax').fill('99');
    await here.agent.patch(`/services/${service?.id}`, { name: 'Renamed meanwhile' }, { ifMatch: '*' }).expect(200);
    await press(page, 'Save');
    await page.getByText('Somebody changed other parts of this in the meantime.').waitFor();
    expect(await page.getByLabel('Price before tax').inputValue()).toBe('99.00');
    await press(page, 'Save');
    await row(page, 'Renamed meanwhile').getByText('$99.00').waitFor();

    await press(page, /^Edit /);
    await page.getByLabel('Name', { exact: true }).fill('Mine');
    await here.agent.patch(`/services/${service?.id}`, { name: 'Theirs' }, { ifMatch: '*' }).expect(200);
    await press(page, 'Save');
    await page.getByText('Name: Theirs').waitFor();
    await press(page, 'Save');
    await row(page, 'Mine').waitFor();
  });

  it('set hours: split, copied to the weekdays, without overlaps; and time off with the appointments in it', async () => {
    const diary = await aDiary(here.owner);
    const appointment = await anAppointment(here.owner, diary);
    const { page } = await open('hours');
    await page.getByLabel('Practitioner').selectOption(diary.practitionerId);
    await press(page, 'New hours from a date');
    await page.getByLabel('Monday, until').fill('12:00');
    await press(page, 'Add hours on Monday');
    await page.getByLabel('Monday, from').nth(1).fill('11:00');
    await page.getByText(/^These hours overlap Monday 9:00.a\.m\. – 12:00.p\.m\.$/).waitFor();
    await page.getByLabel('Monday, from').nth(1).fill('13:00');
    await press(page, 'Copy Monday to the other weekdays');
    await press(page, 'Save hours');
    await page.getByText(/Mon to Fri 9:00.a\.m\. – 12:00.p\.m\., 1:00.p\.m\. – 5:00.p\.m\./).waitFor();

    await press(page, 'Add time off');
    const day = comingDay();
    await page.getByLabel('First day').fill(day);
    await page.getByLabel('Last day').fill(day);
    await page.getByLabel('Reason').fill('Conference');
    await press(page, 'Cancel');
    await answerLeave(page, 'Stay here');
    await page.getByRole('form').or(page.locator('form')).getByRole('button', { name: 'Add time off' }).click();
    await page.getByText('1 appointment is booked in this time.').waitFor();
    await page.getByRole('link', { name: /at 10:00.a\.m\., Amélie Gagné/ }).click();
    await page.waitForURL((url) => url.search.includes(appointment.id));
    expect(await listOf(here.agent, `/time-off?practitionerId=${diary.practitionerId}`)).toEqual([
      expect.objectContaining({ reason: 'Conference', start: instantAt(day, '00:00') }),
    ]);
  });

  it('set hours at two places by the clocks of both', async () => {
    const diary = await aDiary(here.owner);
    const west = { name: 'West', timeZone: 'America/Los_Angeles', country: 'US', region: 'CA' };
    const { id } = (await here.owner.post('/locations', west).expect(201)).body as Named;
    const { page } = await open('hours');
    await page.getByLabel('Practitioner').selectOption(diary.practitionerId);
    await press(page, 'New hours from a date');
    await page.getByLabel('Monday, until').fill('12:00');
    await press(page, 'Add hours on Monday');
    await page.getByLabel('Monday, location').nth(1).selectOption('West (Los Angeles time)');
    await page.getByLabel('Monday, until').nth(1).fill('09:00');
    // With this it is the first of the day as it is written.
    await page.getByLabel('Monday, from').nth(1).fill('06:00');
    await page.getByText(/^These hours overlap Monday 6:00.a\.m\. – 9:00.a\.m\. at West \(Los Angeles time\), first on /).waitFor();
    await page.getByLabel('Monday, until').nth(1).fill('17:00');
    await page.getByLabel('Monday, from').nth(1).fill('13:00');
    await press(page, 'Save hours');
    await page.getByText('The hours are saved.').waitFor();
    const hours = await listOf<{ weekly: { weekday: number; start: string; locationId: string }[] }>(
      here.agent,
      `/practitioners/${diary.practitionerId}/working-hours`,
    );
    const mondays = hours.at(-1)?.weekly.filter(({ weekday }) => weekday === 1);
    expect(mondays).toMatchObject([{ start: '06:00', locationId: id }, { start: '13:00' }]);
    await here.owner.patch(`/locations/${id}`, { active: false }, { ifMatch: '*' }).expect(200);
  });

  it('duplicate a template and change its questions under a live check', async () => {
    const { page } = await open('note-templates');
    await press(page, 'Show questions: SOAP');
    await page.getByRole('heading', { name: 'Subjective' }).waitFor();
    await press(page, 'Duplicate SOAP');
    await page.getByLabel('Name in English').fill('Short note');
    const section = page.getByRole('region', { name: 'Section 1' });
    await section.getByRole('button', { name: 'Add a question' }).click();
    const question = section.getByRole('group', { name: 'Question 2' });
    await page.getByText('Section 1, question 2: words in at least one language are missing').waitFor();
    await question.getByLabel('Question in English').fill('Side');
    await question.getByLabel('Answer', { exact: true }).selectOption('choice');
    await question.getByLabel('Choice 1 in English').fill('Left');
    await question.getByRole('button', { name: 'Add a choice' }).click();
    await question.getByLabel('Choice 2 in English').fill('Right');
    await page.getByText('Before this can be saved:').waitFor({ state: 'detached' });
    await press(page, 'Save');
    await row(page, 'Short note').getByText('4 sections, 5 questions').waitFor();
    const templates = await listOf<{ name: { en?: string }; sections: { questions: object[] }[] }>(here.agent, '/note-templates');
    expect(templates.find(({ name }) => name.en === 'Short note')?.sections[0]?.questions[1]).toMatchObject({
      key: 'side',
      type: 'choice',
      options: [{ value: 'left' }, { value: 'right' }],
    });
  });

  it('set reminders and their words', async () => {
    const { page } = await open('reminders');
    await press(page, 'Add a reminder');
    await page.getByLabel('How long before').fill('5');
    await page.getByLabel('Unit').selectOption('hours');
    await page.getByText(/a patient could not cancel in time/).waitFor();
    await press(page, 'Save');
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok()),
      row(page, 'E-mail, 5 hours before').locator('label').last().click(),
    ]);
    const rules = await listOf<{ minutesBefore: number; active: boolean }>(here.agent, '/reminder-rules');
    expect(rules.find(({ minutesBefore }) => minutesBefore === 300)).toMatchObject({ active: false });
    await press(page, 'Remove: E-mail, 5 hours before');
    await press(page, /^Undo — E-mail, 5 hours before/);
    await button(page, 'Remove: E-mail, 5 hours before').waitFor();

    await press(page, 'Edit the text: Text message in English');
    const text = page.getByLabel('Text', { exact: true });
    await text.fill('{{service}} at {{time}}. CANCEL');
    for (const fault of ['{{service}} is not known', 'The text needs the link', 'Leave out CANCEL', 'name STOP'])
      await page.getByText(fault).waitFor();
    await press(page, 'Save');
    await page.getByText('Mend what is named below the text').waitFor();
    await text.fill('{{clinic}}: {{date}} {{time}}, STOP ends. ');
    await press(page, 'Link to confirm or cancel');
    await page
      .getByRole('dialog')
      .getByText(/https:\/\/keel.example/)
      .waitFor();
    await press(page, 'Save');
    await row(page, /Érablière Physio: .* STOP ends/).waitFor();
  });

  it('create a key that works, show it once, and revoke it', async () => {
    const { page } = await open('api-keys');
    await press(page, 'Create a key');
    await page.getByLabel('What it is for').fill('Website');
    await page.getByLabel('Read appointments and free times').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Create a key' }).click();
    const key = await page.getByLabel('Key', { exact: true }).inputValue();
    await press(page, 'I have copied it');
    await row(page, 'Website').getByText('What it may do').click();
    await row(page, 'Website').getByText('Read appointments and free times').waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    const program = new Agent(here.app.url, { authorization: `Bearer ${key}` });
    await program.get('/appointments').expect(200);
    await program.get('/patients').expect(403);
    await press(page, 'Revoke Website');
    await press(page, 'Revoke the key');
    await page.getByText(/^Revoked /).waitFor();
    await program.get('/appointments').expect(401);
  });

  it('list who did what to whom, by person, action and day', async () => {
    const { page } = await open('audit');
    await page.getByRole('list', { name: 'Entries' }).waitFor();
    await page.getByLabel('What was done').selectOption('create');
    await page.getByLabel('To what').selectOption('api-key');
    await row(page, 'Created · API key').getByText('Olive Owner').waitFor();
    expect(await page.getByRole('list', { name: 'Entries' }).getByRole('listitem').count()).toBe(1);
    await press(page, 'Show all');
    await page.getByRole('combobox', { name: 'Whose record' }).fill('gagn');
    await page
      .getByRole('option', { name: /Amélie Gagné/ })
      .first()
      .click();
    await row(page, 'Created · Patient’s details').first().waitFor();
    expect(await page.getByRole('list', { name: 'Entries' }).getByText('API key').count()).toBe(0);
    await page.getByLabel('Until').fill('2020-01-01');
    await page.getByText('No entry fits.').waitFor();
  });

  it('verify that the audit is as it was written, and show where it is not', async () => {
    const { page } = await open('audit');
    await here.app.nest.get(AuditSealer).sealAll();
    await press(page, 'Verify the list');
    await page.getByRole('status').getByText('The list is whole').waitFor();
    const first = '(SELECT id FROM audit_entry WHERE clinic_id = $1 ORDER BY id LIMIT 1)';
    await here.app.sql(`UPDATE audit_entry SET actor_id = 'somebody' WHERE clinic_id = $1 AND id = ${first}`, [here.clinic.id]);
    await press(page, 'Verify the list');
    // In the same live region, whatever is found: nothing is read aloud twice.
    await page
      .getByRole('status')
      .getByText(/^Seal \d+: entries were changed/)
      .waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('start again what had failed', async () => {
    const [event] = await here.app.sql<{ id: string }>('SELECT id FROM outbox WHERE clinic_id = $1 LIMIT 1', [here.clinic.id]);
    await here.app.sql(
      "INSERT INTO dead_letter (clinic_id, id, event_id, listener, error, attempts) VALUES ($1, $2, $3, 'mailInvitationWhenStaffIsInvited', 'Error ECONNREFUSED', 5)",
      [here.clinic.id, randomUUID(), event?.id],
    );
    const { page } = await open('failures');
    await page.getByRole('status', { name: 'Needs a look' }).getByText('Failed tasks that are not done yet: 1.').waitFor();
    await page.getByText('A fault in the program.').waitFor();
    await press(page, 'Start again: E-mail an invitation to a member of staff');
    await page.getByText(/^Started again /).waitFor();
  });
});

describeInBrowser('a service that is named in both languages', () => {
  it('is read by everybody in their own, on the schedule, in the panel, in the search and where one is booked', async () => {
    const at = await staffSession();
    const diary = await aDiary(at.owner);
    const appointment = await anAppointment(at.owner, diary);
    const { page, complaints } = await at.open('/settings/services', { locale: 'fr-CA' });
    await press(page, 'Modifier Treatment');
    await page.getByLabel('Nom en français').fill('Traitement');
    expect(await faultsInBothThemes(page)).toEqual([]);
    await press(page, 'Enregistrer');
    await row(page, 'Traitement').waitFor();

    const card = page.locator(`[data-appointment="${appointment.id}"]`);
    const panel = page.getByLabel(/^(Appointment|Rendez-vous)$/);
    const book = encodeURIComponent(JSON.stringify({ practitionerId: diary.practitionerId }));
    const reads = async (language: 'en' | 'fr', name: string) => {
      await page.goto(`${at.url}/schedule?date=${comingDay()}&appointment=${appointment.id}`);
      await readIn(page, language);
      await card.filter({ hasText: name }).waitFor();
      await panel.getByText(name, { exact: true }).waitFor();
      await page.goto(`${at.url}/schedule?date=${comingDay()}&book=${book}`);
      await page.getByRole('option', { name, exact: true }).waitFor({ state: 'attached' });
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /Find|Chercher/ }).fill('gagne');
      await page.getByRole('option', { name: `${name} · Pia Physio` }).waitFor();
    };
    await reads('fr', 'Traitement');
    await reads('en', 'Treatment');
    expect(complaints).toEqual([]);
  });
});

describeInBrowser('the settings, to somebody of the front desk', () => {
  it('can be looked at, say why they cannot be changed, and leave out what is not theirs', async () => {
    const at = await staffSession('front_desk');
    await aDiary(at.owner);
    const { page, complaints } = await at.open('/settings');
    await page.getByRole('heading', { name: 'Clinic', level: 1 }).waitFor();
    await page.getByText('You can look at this. An owner or administrator of the clinic can change it.').waitFor();
    expect(await page.getByLabel('Phone').isDisabled()).toBe(true);
    const nav = page.getByRole('navigation', { name: 'Sections of the settings' });
    expect(await nav.getByRole('link').allInnerTexts()).toEqual([
      'Clinic',
      'Locations',
      'Staff and roles',
      'Practitioners',
      'Services',
      'Hours and time off',
      'Reminders',
    ]);
    for (const name of ['Services', 'Hours and time off', 'Staff and roles']) {
      await nav.getByRole('link', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.getByRole('main').getByRole('listitem').last().waitFor();
      expect(
        await page
          .getByRole('main')
          .getByRole('button', { name: /Add|Edit|Archive|Invite|Change|New|Remove/ })
          .count(),
      ).toBe(0);
    }
    expect(complaints).toEqual([]);
    const shut = await at.open('/settings/api-keys');
    await shut.page.getByText('You do not have the right to see this section.').waitFor();
  });
});
