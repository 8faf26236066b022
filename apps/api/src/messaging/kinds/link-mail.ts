import { languageOf, type StatedLocale } from '@keel/contracts';
import { type Composed, toContent } from '../sending/content.js';
import { STAFF_MAILS } from '../templates/default-templates.js';
import { plainName } from '../templates/render.js';

/** What brings a link that signs somebody in. It is not kept, and no name of a person stands there: the address may be anybody's. */
export function linkMail(
  kind: 'staff_invitation' | 'password_reset',
  { email, clinicName, url, locale }: { email: string; clinicName: string; locale: StatedLocale; url: string },
): Composed {
  const language = languageOf(locale);
  const text = STAFF_MAILS[kind][language];
  const render = (link: string) => toContent(email, text, { clinic: plainName(clinicName, 60), link }, language, 'email');
  return { content: render(url), kept: render('…') };
}
