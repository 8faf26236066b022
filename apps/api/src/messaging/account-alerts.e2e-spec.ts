import request from 'supertest';
import { Crypto, systemCtx } from '../platform/index.js';
import { providers, type Providers, until } from '../testing/messaging.fixture.js';
import { member, session } from '../testing/session.js';

let world: Providers;
beforeAll(async () => {
  world = await providers();
});

describe('a notice about an account', () => {
  it.each([
    ['en', /^Hello Olive,/, 'A new device signed in to your Keel account', /Firefox, Windows, 127\.0\.0\.1/],
    ['fr', /^Bonjour Olive,/, 'Un nouvel appareil s’est connecté à votre compte Keel', /Firefox, Windows, 127\.0\.0\.1/],
  ])('comes by mail in %s to the person’s own address, with where from, which is not kept', async (locale, hello, subject, origin) => {
    const at = await session('owner', { workers: true, env: world.env, clinic: { locale } });
    const email = `owner@${at.clinic.slug}.example`;
    await request(at.app.url)
      .post('/api/v1/session')
      .set('user-agent', 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0')
      .send({ email, password: 'correct horse battery' })
      .expect(200);
    const [mail] = await until(() => world.sandbox.control.mails(email).length > 0 && world.sandbox.control.mails(email), 'the mail');
    expect(mail).toMatchObject({ subject, text: expect.stringMatching(hello) as string });
    expect(mail?.text).toMatch(origin);
    expect(mail?.text).toContain(world.env['PUBLIC_URL']);
    const { body } = await at.owner.get('/messages').expect(200);
    const told = (body as { data: { id: string; kind: string }[] }).data.find(({ kind }) => kind === 'account_alert');
    const { body: read } = await at.owner.get(`/messages/${told?.id}`).expect(200);
    expect(read).toMatchObject({ to: email, subject: null, text: null });
    const [row] = await at.app.sql<{ content: Buffer }>('SELECT content FROM message WHERE id = $1', [told?.id]);
    const place = { table: 'message', column: 'content', id: told?.id ?? '', patientId: null };
    const kept = await at.app.nest.get(Crypto).open(systemCtx(at.clinic.id, 'test'), place, row?.content ?? Buffer.alloc(0));
    expect(kept).toContain(subject);
    expect(kept).not.toMatch(origin);
  });
});

describe('a notice about rights', () => {
  it('comes to the owner who was deactivated, too', async () => {
    const at = await session('owner', { workers: true, env: world.env });
    const other = await member(at.app, at.owner, at.clinic.id, 'owner');
    const { data } = (await other.agent.get('/staff').expect(200)).body as { data: { id: string; firstName: string }[] };
    const founder = data.find(({ firstName }) => firstName === 'Olive');
    await other.agent.patch(`/staff/${founder?.id}`, { active: false }, { ifMatch: '*' }).expect(200);
    const taken = 'Érablière Physio: Olive Owner is no longer an owner';
    const told = () => world.sandbox.control.mails(`owner@${at.clinic.slug}.example`).find(({ subject }) => subject === taken);
    expect((await until(told, 'the mail to who was put out')).text).toContain('Mara Member has ended the ownership of Olive Owner');
  });

  it.each([
    ['en', 'Érablière Physio: the sign-in of Mara Member was reset', 'Olive Owner has reset the sign-in of Mara Member'],
    ['fr', 'Érablière Physio : connexion réinitialisée pour Mara Member', 'Olive Owner a réinitialisé la connexion pour Mara Member'],
  ])('comes in %s to the other owners of one whose sign-in was reset', async (locale, subject, what) => {
    const at = await session('owner', { workers: true, env: world.env, clinic: { locale } });
    const lost = await member(at.app, at.owner, at.clinic.id, 'owner');
    const { user } = (await lost.agent.get('/session').expect(200)).body as { user: { id: string; email: string } };
    const { data } = (await at.owner.get('/staff').expect(200)).body as { data: { id: string; userId: string }[] };
    await at.owner.post(`/staff/${data.find(({ userId }) => userId === user.id)?.id}/sign-in-reset`).expect(204);
    const mailsTo = (address: string) => world.sandbox.control.mails(address).filter((mail) => mail.subject === subject);
    const [mail] = await until(
      () => mailsTo(`owner@${at.clinic.slug}.example`).length > 0 && mailsTo(`owner@${at.clinic.slug}.example`),
      'the mail',
    );
    expect(mail?.text).toContain(what);
    expect(mailsTo(user.email)).toEqual([]);
  });
});
