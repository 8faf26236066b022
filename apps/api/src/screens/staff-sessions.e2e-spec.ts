import { describeInBrowser, faultsInBothThemes, PHONE } from '../testing/browser.js';
import { member } from '../testing/session.js';
import { longAgo, proveByPassword } from './signing-in.fixture.js';
import { staffSession, tooWide } from './staff.fixture.js';

const WORDS = {
  'en-CA': {
    button: 'Sign out everywhere: Mara Member',
    title: 'Sign out Mara Member everywhere?',
    cancel: 'Cancel',
    yes: 'Sign out everywhere',
    done: 'Mara Member is signed out everywhere.',
    own: 'Sign out everywhere: Olive Owner',
    proof: 'Is it still you?',
  },
  'fr-CA': {
    button: 'Déconnecter partout : Mara Member',
    title: 'Déconnecter Mara Member partout ?',
    cancel: 'Annuler',
    yes: 'Déconnecter partout',
    done: 'Les sessions de Mara Member sont fermées partout.',
    own: 'Déconnecter partout : Olive Owner',
    proof: 'Est-ce toujours vous ?',
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

  it('is left signed in by whoever may only look at the staff', async () => {
    const at = await staffSession('practitioner');
    const { page } = await at.open('/settings/staff');
    await page.getByText('Olive Owner').first().waitFor();
    expect(await page.getByRole('button', { name: /^Sign out everywhere/ }).count()).toBe(0);
  });
});
