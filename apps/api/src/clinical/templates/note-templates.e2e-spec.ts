import { aClinician, aNote } from '../../testing/clinical.fixture.js';
import { member, nobody, session } from '../../testing/session.js';

interface Template {
  id: string;
  builtIn: string | null;
  profession: string | null;
  version: number;
  sections: { key: string; title: object; questions: { key: string; type: string; label: object }[] }[];
}
const list = (body: unknown) => (body as { data: Template[] }).data;
const OWN = {
  name: { fr: 'Suivi' },
  profession: 'physiotherapist',
  sections: [{ key: 'suivi', title: { fr: 'Suivi' }, questions: [{ key: 'mot', type: 'text', label: { fr: 'Mot' }, required: true }] }],
};

describe('note templates', () => {
  it('are there when the clinic is: SOAP and one for each profession, in both languages', async () => {
    const { agent } = await session('practitioner');
    const templates = list((await agent.get('/note-templates').expect(200)).body);
    expect(templates.map(({ builtIn }) => builtIn)).toEqual([
      'soap',
      'physiotherapy',
      'massage_therapy',
      'foot_care',
      'occupational_therapy',
      'counselling',
    ]);
    const [soap] = templates;
    expect(soap?.sections.map(({ key, questions }) => [key, questions.map((question) => question.key)])).toEqual(
      ['subjective', 'objective', 'assessment', 'plan'].map((key) => [key, [key]]),
    );
    for (const { id } of templates) await agent.get(`/note-templates/${id}`).expect(200);
  });

  it('go by the names that the US has for them there', async () => {
    const { agent } = await session('owner', { clinic: { timeZone: 'America/Los_Angeles', country: 'US', region: 'CA', currency: 'USD' } });
    const { body } = await agent.get('/note-templates').expect(200);
    const names = (body as { data: { name: { en: string } }[] }).data.map(({ name }) => name.en);
    expect(names).toEqual(expect.arrayContaining(['Physical therapy', 'Counseling']));
    expect(names).not.toContain('Physiotherapy');
  });

  it('are one clinic’s alone, and not for the desk', async () => {
    const { agent, owner } = await session('practitioner');
    const [soap] = list((await agent.get('/note-templates')).body);
    const stranger = await session('owner');
    await stranger.agent.get(`/note-templates/${soap?.id}`).expect(404);
    await stranger.agent.put(`/note-templates/${soap?.id}`, { name: OWN.name, sections: OWN.sections }, { ifMatch: '*' }).expect(404);
    await agent.post('/note-templates', OWN).expect(403);
    const own = (await owner.post('/note-templates', OWN).expect(201)).body as Template;
    await stranger.agent.get(`/note-templates/${own.id}`).expect(404);
    const desk = await session('front_desk');
    await desk.agent.get('/note-templates').expect(403);
    await (await nobody()).get('/note-templates').expect(401);
  });

  it('are copied on first edit, and a note keeps the version it was begun with', async () => {
    const { agent, owner, appointment } = await aClinician();
    const note = await aNote(agent, appointment.id);
    const before = (await owner.get(`/note-templates/${note.templateId}`).expect(200)).body as Template;
    const body = { name: OWN.name, sections: OWN.sections };
    await owner.put(`/note-templates/${note.templateId}`, body).expect(428);
    const edited = await owner.put(`/note-templates/${note.templateId}`, body, { ifMatch: before.version }).expect(200);
    expect(edited.body).toMatchObject({ id: note.templateId, version: before.version + 1, builtIn: 'physiotherapy', isDefault: true });
    const stale = await owner.put(`/note-templates/${note.templateId}`, body, { ifMatch: before.version }).expect(412);
    expect(stale.body).toMatchObject({ current: { version: before.version + 1 } });
    const kept = await agent.get(`/note-templates/${note.templateId}/versions/${before.version}`).expect(200);
    expect((kept.body as Template).sections).toEqual(before.sections);
    await agent.get(`/note-templates/${note.templateId}/versions/99`).expect(404);
    const pain = { sections: [{ key: 'subjective', answers: [{ key: 'pain_now', value: 2 }] }] };
    await agent.patch(`/notes/${note.id}`, pain, { ifMatch: note.version }).expect(200);
    const fresh = await aNote(agent, appointment.id, { sections: [{ key: 'suivi', answers: [{ key: 'mot', value: 'mieux' }] }] });
    expect(fresh).toMatchObject({ templateId: note.templateId, templateVersion: before.version + 1 });
    expect(list((await owner.get('/note-templates')).body)).toHaveLength(6);
    const soap = await aNote(agent, appointment.id);
    expect(soap.templateId).not.toBe(note.templateId);
  });

  it('may ask what a note cannot be signed without', async () => {
    const { agent, owner, appointment } = await aClinician();
    const { id } = (await owner.post('/note-templates', OWN).expect(201)).body as Template;
    const note = await aNote(agent, appointment.id, { templateId: id, sections: [] });
    const { body } = await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: note.version }).expect(409);
    expect(body).toMatchObject({ code: 'NOTE_INCOMPLETE', errors: [{ pointer: '/sections/suivi/mot' }] });
    await agent
      .patch(`/notes/${note.id}`, { sections: [{ key: 'suivi', answers: [{ key: 'mot', value: 'mieux' }] }] }, { ifMatch: 1 })
      .expect(200);
    await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: 2 }).expect(200);
  });

  it('are refused with the place of each fault', async () => {
    const { agent, app, clinic } = await session('owner');
    const refused = await agent.post('/note-templates', { ...OWN, sections: [...OWN.sections, ...OWN.sections] }).expect(400);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/sections/1/key' }] });
    const unnamed = await agent.post('/note-templates', { ...OWN, name: {} }).expect(400);
    expect(unnamed.body).toMatchObject({ errors: [{ pointer: '/name' }] });
    const strange = await agent.post('/note-templates', { ...OWN, name: { de: 'Verlauf' } }).expect(400);
    expect(strange.body).toMatchObject({ errors: [{ pointer: '/name/de' }] });
    const { agent: admin } = await member(app, agent, clinic.id, 'admin');
    await admin.post('/note-templates', OWN).expect(201);
  });
});
