import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answer, ApiProblem } from './client/problem.js';
import { answered, api } from './client/api.js';
import { show } from './client/shown.js';
import { fetchZone } from './client/zones.js';

export type Session = Answer<'SessionDto'>;
export type ClinicChoice = Answer<'ClinicChoiceDto'>;
/** What the API answers to a password: a session, or what comes before it. */
export type Entry = Session | Answer<'ClinicChoicesDto'> | Answer<'SecondFactorWantedDto'>;

export const isSession = (entry: Entry): entry is Session => 'user' in entry;

/** The server writes into the page whether the browser sent a session, so that a visitor without one is not asked about. */
function sessionMark(): HTMLMetaElement | null {
  return document.querySelector<HTMLMetaElement>('meta[name="keel-session"]');
}

export const readSession = (): Promise<Session> => answered(api.GET('/api/v1/session'));

/** Who is signed in, or null; asking does not keep the session alive. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ client, queryKey }): Promise<Session | null> => {
    if (sessionMark()?.content === 'none') return null;
    const before = client.getQueryData<Session>(queryKey);
    try {
      const session = await readSession();
      assertSame(session, before);
      shows(session);
      return await withZone(session);
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 401)) throw error;
      if (!before) return null;
      // Whoever was here is asked to sign in again, above the page as it stands.
      throw new ApiProblem(401, 'UNAUTHENTICATED', undefined, undefined);
    }
  },
});

/** What is on the screen, and typed there, stays whose it was: it never turns into another's by being read again. */
function assertSame({ clinic, user }: Session, before: Session | null | undefined): void {
  if (!before) return;
  if (user.id !== before.user.id) throw new ApiProblem(409, 'OTHER_PERSON', undefined, undefined);
  if (clinic.id !== before.clinic.id) throw new ApiProblem(409, 'OTHER_CLINIC', undefined, undefined);
}

const shows = ({ clinic, user }: Session): void => show({ clinicId: clinic.id, userId: user.id });

/** With the clinic's zone at hand: every time on the screens is told in it. */
export async function withZone(session: Session): Promise<Session> {
  await fetchZone(session.clinic.timeZone);
  return session;
}

/** The browser has a session from now on, and this is it. */
export function holdSession(queries: QueryClient, session: Session): void {
  const mark = sessionMark();
  if (mark) mark.content = 'sent';
  shows(session);
  queries.setQueryData(sessionQuery.queryKey, session);
}

export const signIn = (body: { email: string; password: string }): Promise<Entry> => answered(api.POST('/api/v1/session', { body }));
export const signOff = () => answered(api.DELETE('/api/v1/session'));
export const chooseClinic = (clinicId: string): Promise<Session> => answered(api.PUT('/api/v1/session/clinic', { body: { clinicId } }));
/** Somebody was here a while ago: keeps the session alive. */
export const tellActivity = () => answered(api.POST('/api/v1/session/activity'));

export type Way = 'password' | 'totp' | 'passkey' | 'recovery';
/** What the API takes as a proof of who sits there: one of these fields. */
export type Proof = { password: string } | { code: string } | { recoveryCode: string } | { passkey: Record<string, unknown> };

export const secondFactorOptions = () => answered(api.POST('/api/v1/session/second-factor/options'));
export const showSecondFactor = (proof: Proof): Promise<Entry> => answered(api.POST('/api/v1/session/second-factor', { body: proof }));

/** Shows the API once more who sits at this session. */
export async function stepUp(proof: Proof): Promise<void> {
  await answered(api.POST('/api/v1/session/step-up', { body: proof }));
}

/** For the browser's passkeys. */
export async function stepUpPasskeyOptions(): Promise<object | undefined> {
  return (await answered(api.POST('/api/v1/session/step-up/options'))).passkeyOptions;
}
