import { isPersonAsking } from './activity.js';
import { shownNow } from './shown.js';
import { askStepUp } from './step-up.js';
import { countUnanswered } from './unanswered-changes.js';

/** Says that somebody was there a while ago. */
const ACTIVITY = '/session/activity';

const isDone = ({ ok }: Response): boolean => ok;

/** A call on its way that may bring another cookie. */
let renewing: Promise<unknown> | undefined;

/**
 * Every call to the API: it says whose screen asks, and is marked where no person asked for it, so that it never keeps a session
 * alive; where the API wants a fresh proof of who sits there, it is made again once that is given.
 */
export function callApi(request: Request): Promise<Response> {
  const answer = call(request);
  if (request.method !== 'GET' && !request.url.endsWith(ACTIVITY)) countUnanswered(answer.then(isDone, () => false));
  return answer;
}

async function call(request: Request): Promise<Response> {
  if (!isPersonAsking() && !request.url.endsWith(ACTIVITY)) request.headers.set('X-Keel-Background', '1');
  const shown = shownNow();
  if (shown) {
    request.headers.set('X-Keel-Clinic', shown.clinicId);
    request.headers.set('X-Keel-Person', shown.userId);
  }
  const again = request.clone();
  const response = await send(request);
  if (response.status !== 403 || !(await wantsStepUp(response.clone()))) return response;
  return (await askStepUp()) ? fetch(again) : response;
}

async function send(request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.url.includes('/api/v1/session') && !request.url.endsWith(ACTIVITY)) {
    const answer = fetch(request);
    renewing = answer.catch(() => undefined);
    return answer;
  }
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 401) return response;
  // It may have come with the cookie of before a new password or a fresh proof, of this window or another.
  await renewing;
  return fetch(again);
}

async function wantsStepUp(response: Response): Promise<boolean> {
  const problem: unknown = await response.json().catch(() => undefined);
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'STEP_UP_REQUIRED';
}
