import { isPersonAsking } from './activity.js';
import { askStepUp } from './step-up.js';

/** Says that somebody was there a while ago. */
const ACTIVITY = '/session/activity';

/**
 * Every call to the API: marked where no person asked for it, so that it never keeps a session alive; and where the API wants a
 * fresh proof of who sits there, made again once that is given.
 */
export async function callApi(request: Request): Promise<Response> {
  if (!isPersonAsking() && !request.url.endsWith(ACTIVITY)) request.headers.set('X-Keel-Background', '1');
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 403 || !(await wantsStepUp(response.clone()))) return response;
  return (await askStepUp()) ? fetch(again) : response;
}

async function wantsStepUp(response: Response): Promise<boolean> {
  const problem: unknown = await response.json().catch(() => undefined);
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'STEP_UP_REQUIRED';
}
