import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';

/** What the link of a message opens. */
export type PublicLink = Answer<'PublicLinkDto'>;
export type LinkAction = PublicLink['actions'][number];

export const readLink = (token: string): Promise<PublicLink> =>
  answered(api.GET('/api/v1/public/links/{token}', { params: { path: { token } } }));

/** Only this changes anything; opening the page does not. The answer is to the appointment as it was shown, and to no other. */
export const answerLink = (token: string, action: LinkAction, { version }: PublicLink['appointment']): Promise<PublicLink> =>
  answered(api.POST('/api/v1/public/links/{token}/{action}', { params: { path: { token, action } }, body: { version } }));
