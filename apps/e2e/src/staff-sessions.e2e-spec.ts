import { describeInBrowser, faultsInBothThemes, PHONE } from './testing/browser.js';
import { member } from '@keel/api/testing';
import { longAgo, proveByPassword } from './signing-in.fixture.js';
import { staffSession, tooWide } from './staff.fixture.js';

const WORDS = {
  'en-CA': {
    button: 'Lost device: Mara Member',
    title: 'What has Mara Member lost?',
    cancel: 'Cancel',
    yes: 'Sign out everywhere',
    done: 'Mara Member is signed out everywhere.',
    reset: 'Reset sign-in',
    sent: 'A link for a new password is on its way to Mara Member.',
    own: 'Lost device: Olive Owner',
    proof: 'Is it still you?',
    roles: 'Change roles: Mara Member',
    billing: 'Billing',
    save: 'Save',
    saved: 'The roles of Mara Member are saved.',
  },
  'fr-CA': {
    button: 'Appareil perdu : Mara Member',
    title: 'Qu’est-ce que Mara Member a perdu ?',
    cancel: 'Annuler',
    yes: 'Déconnecter partout',
    done: 'Les sessions de Mara Member sont fermées partout.',
    reset: 'Réinitialiser la connexion',
    sent: 'Un lien pour un nouveau mot de passe est en route pour Mara Member.',
    own: 'Appareil perdu : Olive Owner',
    proof: 'Est-ce toujours vous ?',
    roles: 'Changer les rôles de Mara Member',
    billing: 'Facturation',
    save: 'Enregistrer',
    saved: 'Les rôles de Mara Member sont enregistrés.',
  },
} as const;

describeInBrowser('a colleague whose device was lost', () => {
  it.each(['en-CA', 'fr-CA'] as const)('is signed out everywhere, after a question and a proof, in %s', async (locale) => {
    const at = await staffSession();
    const { agent: colleague } = await member(at.app, at.owner, at.clinic.id, 'front_desk');
    const words = WORDS[locale];
    const { page, complaints } = await at.open('/settings/staff', { locale });
    await longAgo(at);
    await page.getByRole('button', { name: words.button }).click();
    const question = page.getByRole('dialog', { name: words.title });
    await question.getByRole('button', { name: words.cancel }).click();
    await question.waitFor({ state: 'hidden' });
    await colleague.get('/session').expect(200);
    await page.getByRole('button', { name: words.button }).press('Enter');
    await question.getByRole('button', { name: words.yes }).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await question.getByRole('button', { name: words.yes }).click();
    await proveByPassword(page, words.proof);
    await page.getByText(words.done).waitFor();
    await question.waitFor({ state: 'hidden' });
    await colleague.get('/session').expect(401);
    // One's own sessions are under the account, and go on.
    expect(await page.getByRole('button', { name: words.own }).count()).toBe(0);
    await at.owner.get('/session').expect(200);
    await page.setViewportSize(PHONE);
    expect(await tooWide(page)).toBe(0);
    // What the API answered before the proof is written in the console.
    expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
  });

  it.each(['en-CA', 'fr-CA'] as const)('is let back in where the second factor was lost with it, in %s', async (locale) => {
    const at = await staffSession();
    const { agent: colleague } = await member(at.app, at.owner, at.clinic.id, 'front_desk');
    const words = WORDS[locale];
    const { page, complaints } = await at.open('/settings/staff', { locale });
    await longAgo(at);
    await page.getByRole('button', { name: words.button }).click();
    const dialog = page.getByRole('dialog', { name: words.title });
    await dialog.getByRole('button', { name: words.reset }).click();
    await proveByPassword(page, words.proof);
    await page.getByText(words.sent).waitFor();
    await colleague.get('/session').expect(401);
    const open = 'SELECT 1 FROM password_reset WHERE clinic_id = $1 AND used_at IS NULL';
    expect(await at.app.sql(open, [at.clinic.id])).toHaveLength(1);
    expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
  });

  it('shows an administrator the signing out alone', async () => {
    const at = await staffSession('admin');
    await member(at.app, at.owner, at.clinic.id, 'front_desk');
    const { page } = await at.open('/settings/staff');
    await page
      .getByRole('button', { name: /^Lost device: Mara Member/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).waitFor();
    expect(await page.getByRole('button', { name: 'Reset sign-in' }).count()).toBe(0);
  });

  it('is left signed in by whoever may only look at the staff', async () => {
    const at = await staffSession('practitioner');
    const { page } = await at.open('/settings/staff');
    await page.getByText('Olive Owner').first().waitFor();
    expect(await page.getByRole('button', { name: /^Lost device/ }).count()).toBe(0);
  });
});

describeInBrowser('the roles of a colleague', () => {
  it.each(['en-CA', 'fr-CA'] as const)('change after a proof; given up, the form is as it was, in %s', async (locale) => {
    const at = await staffSession();
    const { agent: colleague } = await member(at.app, at.owner, at.clinic.id, 'front_desk');
    const rolesOf = async () => ((await colleague.get('/session').expect(200)).body as { roles: string[] }).roles.toSorted();
    const words = WORDS[locale];
    const { page, complaints } = await at.open('/settings/staff', { locale });
    await longAgo(at);
    await page.getByRole('button', { name: words.roles }).click();
    const form = page.getByRole('dialog', { name: words.roles });
    await form.getByLabel(words.billing).check();
    await form.getByRole('button', { name: words.save }).click();
    const asked = page.getByRole('dialog', { name: words.proof });
    await asked.waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await tooWide(page)).toBe(0);
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'hidden' });
    expect(await form.getByLabel(words.billing).isChecked()).toBe(true);
    expect(await rolesOf()).toEqual(['front_desk']);
    await form.getByRole('button', { name: words.save }).click();
    await proveByPassword(page, words.proof);
    await page.getByText(words.saved).waitFor();
    await form.waitFor({ state: 'hidden' });
    expect(await rolesOf()).toEqual(['billing', 'front_desk']);
    // What the API answered before the proof is written in the console.
    expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
  });
});
