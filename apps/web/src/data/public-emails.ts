import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';

/** Whose e-mails the link of one is about, and whether they go. */
export type PublicEmails = Answer<'PublicEmailsDto'>;

export const readEmails = (token: string): Promise<PublicEmails> =>
  answered(api.GET('/api/v1/public/emails/{token}', { params: { path: { token } } }));

/** Only this changes anything; opening the page does not. */
export function chooseEmails(token: string, choice: 'stop' | 'start'): Promise<PublicEmails> {
  const params = { path: { token } };
  return answered(
    choice === 'stop'
      ? api.POST('/api/v1/public/emails/{token}/stop', { params })
      : api.POST('/api/v1/public/emails/{token}/start', { params }),
  );
}
