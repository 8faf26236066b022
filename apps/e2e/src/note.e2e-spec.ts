import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser, faultsInBothThemes, PHONE } from './testing/browser.js';
import {
  anAppointment,
  aNote,
  answer,
  aPatient,
  aService,
  aSignedNote,
  at,
  comingDay,
  type Diary,
  member,
  type TestNote,
  workingHours,
} from '@keel/api/testing';
import { answerLeave, readIn, type StaffSession, staffSession, tooWide } from './staff.fixture.js';

interface Clinician extends StaffSession {
  diary: Diary;
}

/** A practitioner with a diary; each test takes an appointment of a patient of its own. */
async function clinician(profession = 'physiotherapist'): Promise<Clinician> {
  const made = await staffSession('practitioner', { profession });
  const practitionerId = made.practitionerId ?? '';
  const [service, patient] = await Promise.all([aService(made.owner, { profession }), aPatient(made.owner)]);
  await workingHours(made.owner, practitionerId);
  return { ...made, diary: { practitionerId, serviceId: service.id, patientId: patient.id } };
}

let slot = 0;
async function arrivedAppointment({ owner, diary }: Clinician, over: Partial<Diary> = {}) {
  const patientId = over.patientId ?? (await aPatient(owner)).id;
  const start = at(comingDay(1 + Math.floor(++slot / 6)), `${10 + (slot % 6)}:00`);
  const appointment = await anAppointment(owner, { ...diary, patientId }, { start });
  await owner.post(`/appointments/${appointment.id}/arrive`).expect(200);
  return appointment;
}

const plan = (page: Page) => page.getByRole('textbox', { name: 'Treatment, advice and next steps' });
const story = (page: Page) => page.getByRole('textbox', { name: 'What the patient reports' });
const saved = (page: Page) => page.locator('[data-phase="saved"]').waitFor();
const read = async ({ agent }: Clinician, id: string) => (await agent.get(`/notes/${id}`).expect(200)).body as TestNote;
const answerOf = (note: TestNote, section: string, key: string) =>
  note.sections.find((one) => one.key === section)?.answers.find((one) => one.key === key)?.value;
const idIn = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

let here: Clinician;
describeInBrowser('writing a note', () => {
  beforeAll(async () => {
    here = await clinician();
  });

  it('goes from the appointment to the signed invoice by two clicks beside the typing', async () => {
    const appointment = await arrivedAppointment(here);
    const { page, complaints } = await here.open(`/appointments/${appointment.id}/note`);
    let clicks = 0;
    const click = async (name: RegExp | string) => {
      clicks++;
      await page.getByRole('button', { name }).click();
    };
    await click(/^Physiotherapy/);
    await page.getByRole('heading', { name: 'Note: Physiotherapy' }).waitFor();
    await story(page).fill('Knee gives way on the stairs.');
    await plan(page).fill('Step-ups, three sets of ten.');
    await click('Sign & invoice');
    await page.waitForURL('**/invoices/*');
    expect(clicks).toBeLessThanOrEqual(3);
    const after = (await here.agent.get(`/appointments/${appointment.id}`)).body as {
      noteStatus: string;
      invoiceId: string;
      status: string;
    };
    expect(after).toMatchObject({ noteStatus: 'signed', status: 'completed', invoiceId: idIn(page) });
    const [note] = ((await here.agent.get(`/notes?appointmentId=${appointment.id}`)).body as { data: { id: string }[] }).data;
    expect(answerOf(await read(here, note?.id ?? ''), 'plan', 'plan')).toBe('Step-ups, three sets of ten.');
    expect(complaints).toEqual([]);
  });

  it('saves every kind of answer as it is given', async () => {
    const appointment = await arrivedAppointment(here);
    const { id } = await aNote(here.agent, appointment.id, { sections: [] });
    const { page, complaints } = await here.open(`/notes/${id}`);
    await page.getByRole('checkbox', { name: /Informed consent/ }).check();
    await page.getByRole('textbox', { name: 'Chief complaint' }).fill('Knee');
    await page.getByLabel('Date of onset').fill('2026-11-02');
    await page.getByRole('group', { name: 'Pain now' }).getByRole('radio', { name: '7' }).check();
    await page.getByRole('group', { name: 'Quality of pain' }).getByRole('checkbox', { name: 'Burning' }).check();
    await page.getByRole('group', { name: 'Irritability' }).getByRole('radio', { name: 'High' }).check();
    await page.getByRole('textbox', { name: 'Visits a week' }).fill('2');
    await page.getByRole('combobox', { name: 'Area of complaint' }).fill('left kn');
    await page.getByRole('option', { name: 'Left knee' }).click();
    await saved(page);
    const { sections } = await read(here, id);
    expect(Object.fromEntries(sections.flatMap(({ answers }) => answers.map(({ key, value }) => [key, value])))).toEqual({
      consent_confirmed: true,
      chief_complaint: 'Knee',
      onset_date: '2026-11-02',
      region: ['knee.left'],
      pain_now: 7,
      pain_quality: ['burning'],
      irritability: 'high',
      visits_per_week: 2,
    });
    expect(complaints).toEqual([]);
  });

  it('draws on the body by mouse, marks it by keyboard, and tells it in words', async () => {
    const appointment = await arrivedAppointment(here);
    const { id } = await aNote(here.agent, appointment.id, { sections: [] });
    const { page, complaints } = await here.open(`/notes/${id}`);
    const front = page.getByRole('application', { name: 'Front' });
    await page.getByRole('combobox', { name: 'What the marker means' }).selectOption('Numbness');
    await front.focus();
    for (const [key, times] of [['ArrowDown', 20], ['ArrowRight', 3]] as const) for (let n = 0; n < times; n++) await page.keyboard.press(key); // prettier-ignore
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').getByText('Front: Left knee').waitFor();
    await page.getByRole('textbox', { name: /^Remark on marker 1/ }).fill('After the fall');
    await page.getByText('Pen', { exact: true }).click();
    await page.getByRole('radio', { name: 'Blue' }).click();
    const box = await page.getByRole('application', { name: 'Back' }).boundingBox();
    if (!box) throw new Error('The picture is not on the screen');
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.2);
    await page.mouse.down();
    for (let step = 1; step <= 8; step++) await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * (0.2 + step * 0.02));
    await page.mouse.up();
    await page.getByRole('button', { name: 'Clear drawing' }).click();
    await page.getByRole('button', { name: 'Undo drawing' }).click();
    await saved(page);
    const chart = answerOf(await read(here, id), 'subjective', 'body_chart') as { markers: unknown[]; strokes: { points: number[][] }[] };
    expect(chart.markers).toEqual([{ view: 'front', x: 0.56, y: 0.7, kind: 'numbness', label: 'After the fall' }]);
    expect(chart.strokes).toMatchObject([{ view: 'back', tool: 'pen', colour: 'blue' }]);
    expect(chart.strokes[0]?.points.at(-1)?.[1]).toBeCloseTo(0.36, 1);
    await page.keyboard.press('Escape');
    await here.agent.post(`/notes/${id}/sign`, {}, { ifMatch: '*' }).expect(200);
    await page.reload();
    await page.getByText('Front: Left knee — After the fall').waitFor();
    await page.getByText(/^Drawn on Back: .*Thoracic spine/).waitFor();
    expect(complaints).toEqual([]);
  });

  it('puts a phrase in by / and the keyboard, and keeps a selected text as one', async () => {
    const appointment = await arrivedAppointment(here);
    await here.agent.post('/phrases', { trigger: 'ice', text: 'Ice for ten minutes, three times a day.' }).expect(201);
    const { id } = await aNote(here.agent, appointment.id, { sections: [] });
    const { page, complaints } = await here.open(`/notes/${id}`);
    await plan(page).click();
    await page.keyboard.type('Rest. /ic');
    await page.getByRole('option', { name: /ice/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' Again in a week.');
    expect(await plan(page).inputValue()).toBe('Rest. Ice for ten minutes, three times a day. Again in a week.');
    await plan(page).press('Control+a');
    await page.getByRole('button', { name: 'Keep as phrase' }).click();
    await page.getByRole('textbox', { name: 'Short word' }).fill('ice');
    await page.getByRole('button', { name: 'Keep phrase' }).click();
    await page.getByText('Another phrase has this word').waitFor();
    await page.getByRole('textbox', { name: 'Short word' }).fill('rest');
    await page.getByRole('button', { name: 'Keep phrase' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const phrases = (await here.agent.get('/phrases')).body as { data: { trigger: string; text: string }[] };
    expect(phrases.data.find(({ trigger }) => trigger === 'rest')?.text).toBe(await plan(page).inputValue());
    // The refusal of the word that was taken is the browser's own complaint.
    expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
  });

  it('goes on from the last note: a section, one answer, or all that is still empty', async () => {
    const first = await arrivedAppointment(here);
    await aSignedNote(here.agent, first.id, {
      sections: [
        { key: 'subjective', answers: [{ key: 'consent_confirmed', value: true }, { key: 'subjective', value: 'Worse on stairs' }, { key: 'pain_now', value: 6 }] }, // prettier-ignore
        { key: 'plan', answers: [{ key: 'plan', value: 'Taping' }] },
      ],
    });
    const appointment = await arrivedAppointment(here, { patientId: first.patientId });
    const { id } = await aNote(here.agent, appointment.id, answer('plan', 'plan', 'Step-ups'));
    const { page, complaints } = await here.open(`/notes/${id}`);
    const beside = page.getByRole('complementary', { name: 'Chart and last note' });
    await beside.getByText('Worse on stairs').waitFor();
    await beside.getByRole('button', { name: 'Copy forward' }).click();
    await page.getByText('1 answer copied').waitFor();
    expect(await story(page).inputValue()).toBe('Worse on stairs');
    expect(await plan(page).inputValue()).toBe('Step-ups');
    expect(await page.getByRole('checkbox', { name: /Informed consent/ }).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Undo — Copy forward' }).click();
    expect(await story(page).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Copy from last note: Subjective' }).click();
    expect(await story(page).inputValue()).toBe('Worse on stairs');
    await beside.getByRole('button', { name: 'Copy Treatment, advice and next steps' }).click();
    expect(await plan(page).inputValue()).toBe('Step-ups\nTaping');
    await saved(page);
    expect(answerOf(await read(here, id), 'subjective', 'pain_now')).toBeUndefined();
    expect(complaints).toEqual([]);
  });
});

describeInBrowser('a note in trouble', () => {
  beforeAll(async () => {
    here = await clinician();
  });

  it('loses nothing that was typed when the network fails, and saves it when it is back', async () => {
    const appointment = await arrivedAppointment(here);
    const { id } = await aNote(here.agent, appointment.id, { sections: [] });
    const { page } = await here.open(`/notes/${id}`);
    await plan(page).fill('Before');
    await saved(page);
    await page.context().setOffline(true);
    await plan(page).fill('Before, and while the network was away');
    await page.locator('[data-phase="offline"]').waitFor();
    await page.getByText('No connection. What you typed is kept on this page').waitFor();
    await page
      .getByRole('link', { name: /^Keel|Érablière/ })
      .first()
      .click();
    await answerLeave(page, 'Stay here');
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('network was away');
    await page.context().setOffline(false);
    await saved(page);
    expect(answerOf(await read(here, id), 'plan', 'plan')).toBe('Before, and while the network was away');
  });

  it('shows both sides where two windows changed the same answer, and keeps what is chosen', async () => {
    const appointment = await arrivedAppointment(here);
    const { id } = await aNote(here.agent, appointment.id, answer('plan', 'plan', 'Old'));
    const { page } = await here.open(`/notes/${id}`);
    await page.getByRole('heading', { name: 'Note: Physiotherapy' }).waitFor();
    const theirs = { sections: [{ key: 'plan', answers: [{ key: 'plan', value: 'Theirs' }] }, { key: 'subjective', answers: [{ key: 'chief_complaint', value: 'Hip' }] }] }; // prettier-ignore
    await here.agent.patch(`/notes/${id}`, theirs, { ifMatch: '*' }).expect(200);
    await plan(page).fill('Mine');
    const panel = page.getByRole('region', { name: 'Somebody else changed the same answers' });
    await panel.waitFor();
    expect(await page.getByRole('textbox', { name: 'Chief complaint' }).inputValue()).toBe('Hip');
    expect(await panel.getByText('Theirs', { exact: true }).count()).toBe(1);
    expect(await panel.getByText('Mine', { exact: true }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(answerOf(await read(here, id), 'plan', 'plan')).toBe('Theirs');
    expect(await page.getByRole('button', { name: 'Sign & invoice' }).isDisabled()).toBe(true);
    await panel.getByText('Keep both').click();
    await panel.getByRole('button', { name: 'Save as chosen' }).click();
    await panel.waitFor({ state: 'detached' });
    await saved(page);
    expect(answerOf(await read(here, id), 'plan', 'plan')).toBe('Theirs\nMine');
  });

  it('that was signed in another window offers what was typed since as an addendum', async () => {
    const appointment = await arrivedAppointment(here);
    const { id } = await aNote(here.agent, appointment.id, answer('plan', 'plan', 'Rest'));
    const { page } = await here.open(`/notes/${id}`);
    await page.getByRole('heading', { name: 'Note: Physiotherapy' }).waitFor();
    // Out of reach, so that the page does not hear of the signature before somebody types on.
    await page.context().setOffline(true);
    await here.agent.post(`/notes/${id}/sign`, {}, { ifMatch: '*' }).expect(200);
    await plan(page).fill('Rest, and ice');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Put it into an addendum' }).click();
    await page.getByRole('button', { name: 'Sign addendum' }).click();
    await page.getByRole('region', { name: 'Addendum', exact: true }).getByText('Rest, and ice').waitFor();
    expect(answerOf(await read(here, id), 'plan', 'plan')).toBe('Rest');
  });
});

describeInBrowser('signing a note', () => {
  const question = (key: string, type: string, required = true) => ({ key, type, label: { en: `The ${key}` }, required });
  beforeAll(async () => {
    here = await clinician();
  });

  it('leads to what is missing; S and Enter sign; addenda, history and errors follow', async () => {
    const appointment = await arrivedAppointment(here);
    const template = { name: { en: 'Strict' }, sections: [{ key: 's', title: { en: 'All' }, questions: [question('why', 'text'), question('risk', 'checkbox')] }] }; // prettier-ignore
    await here.owner.post('/note-templates', template).expect(201);
    const { page, complaints } = await here.open(`/appointments/${appointment.id}/note`);
    await page.getByRole('button', { name: /^Strict/ }).click();
    await page.getByRole('heading', { name: 'Note: Strict' }).waitFor();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByText('2 answers are needed before the note can be signed').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: /The why/ }).click();
    await page.keyboard.type('Fell s');
    await page.getByRole('radio', { name: 'No' }).check();
    await page.getByRole('heading', { name: 'Note: Strict' }).click();
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: 'Sign this note?' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/^Signed by Mara Member/).waitFor();
    const note = await read(here, idIn(page));
    expect(note).toMatchObject({ status: 'signed', sections: [{ answers: [{ value: 'Fell s' }, { value: false }] }] });
    await page.getByRole('button', { name: 'Add addendum' }).click();
    await page.getByRole('textbox', { name: 'Addendum' }).fill('Called the next day: well.');
    await page.getByRole('button', { name: 'Version history' }).click();
    await answerLeave(page, 'Stay here');
    await page.getByRole('button', { name: 'Sign addendum' }).click();
    await page.getByText('Called the next day: well.').waitFor();
    await page.getByRole('textbox', { name: 'Addendum' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Version history' }).click();
    await page.getByRole('cell', { name: 'Addendum' }).waitFor();
    expect(await page.getByRole('table').getByRole('row').count()).toBe(3);
    await page.getByRole('button', { name: 'Entered in error' }).click();
    await page.getByRole('textbox', { name: /^Reason/ }).fill('Wrong patient');
    await page.getByRole('button', { name: 'Mark as entered in error' }).click();
    await page.getByText('Wrong patient', { exact: true }).waitFor();
    expect((await read(here, note.id)).status).toBe('entered_in_error');
    expect(complaints).toEqual([]);
  });

  describe('has no fault that axe finds', () => {
    let pages: Record<'draft' | 'signed' | 'choice', string>;
    beforeAll(async () => {
      const appointment = await arrivedAppointment(here);
      const marker = { view: 'back', x: 0.5, y: 0.2, kind: 'pain' };
      const chart = answer('subjective', 'body_chart', { strokes: [], markers: [marker] });
      const signed = await aSignedNote(here.agent, appointment.id, chart);
      const next = await arrivedAppointment(here, { patientId: appointment.patientId });
      const draft = await aNote(here.agent, next.id, chart);
      pages = {
        draft: `/notes/${draft.id}`,
        signed: `/notes/${signed.id}`,
        choice: `/appointments/${(await arrivedAppointment(here)).id}/note`,
      };
    });

    it.each(['draft', 'signed', 'choice'] as const)('as a %s, in both themes and languages', async (name) => {
      const [english, french] = name === 'choice' ? ['Massage therapy', 'Massothérapie'] : ['None recorded', 'Aucune inscrite'];
      for (const locale of ['en-CA', 'fr-CA']) {
        const { page, complaints } = await here.open(pages[name], { locale });
        await page
          .getByText(locale === 'fr-CA' ? french : english)
          .first()
          .waitFor();
        expect(await faultsInBothThemes(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.context().close();
      }
    });
  });

  it('fits a phone: nothing is wider than the screen', async () => {
    const appointment = await arrivedAppointment(here);
    const { id } = await aNote(here.agent, appointment.id);
    const { page } = await here.open(`/notes/${id}`, { viewport: PHONE, locale: 'fr-CA' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Aucune inscrite').first().waitFor();
    const [wide, shown] = await page.getByRole('main').evaluate((main) => [main.scrollWidth, main.clientWidth]);
    expect(wide).toBeLessThanOrEqual(shown ?? 0);
  });
});

describeInBrowser('a note behind a closed chart', () => {
  it('is opened where it was met, with a reason, and read there', async () => {
    const clinic = await clinician();
    const appointment = await arrivedAppointment(clinic);
    const { id } = await aSignedNote(clinic.agent, appointment.id);
    const colleague = await member(clinic.app, clinic.owner, clinic.clinic.id, 'practitioner');
    const { page } = await clinic.open(`/notes/${id}`, { as: colleague.agent });
    await page.getByRole('heading', { name: 'A note in a closed chart' }).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await readIn(page, 'fr');
    await page.setViewportSize(PHONE);
    await page.getByRole('heading', { name: 'Note d’un dossier fermé' }).waitFor();
    expect([await faultsInBothThemes(page), await tooWide(page)]).toEqual([[], 0]);
    await page.getByRole('textbox', { name: /^Pourquoi/ }).fill('Remplacement d’un collègue');
    await page.getByRole('button', { name: 'Ouvrir le dossier clinique' }).click();
    await page.getByText('The plan: as expected').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/notes/${id}`);
  });
});
