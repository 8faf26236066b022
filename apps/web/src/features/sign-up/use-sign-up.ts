import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type Answer, ApiProblem, UnreachableError } from '../../data/client/problem.js';
import {
  chooseClinic,
  type Entry,
  isSession,
  readSession,
  secondFactorOptions,
  type Session,
  signIn,
  withZone,
} from '../../data/session.js';
import { foundClinic, type NewClinic } from '../../data/sign-up.js';
import { keepSession } from '../../session/entering.js';

/** The clinic is made, and its owner has a second factor to show before it opens. */
export interface Founded {
  clinicId: string;
  choice: Answer<'FactorChoiceDto'>;
}

/**
 * Makes the clinic and signs its owner in. Where an answer was lost on the way, the clinic may be there already: a second try
 * finds its address taken, and then the owner's own password tells whether it is theirs.
 */
export function useSignUp() {
  const queries = useQueryClient();
  const lost = useRef(false);
  return useMutation({
    mutationFn: async (clinic: NewClinic): Promise<Session | Founded> => {
      try {
        const { id } = await foundClinic(clinic);
        const session = await readSession().catch(noneYet);
        return session ?? { clinicId: id, choice: await secondFactorOptions() };
      } catch (error) {
        if (error instanceof UnreachableError) lost.current = true;
        const session = lost.current && isTaken(error) ? await existing(clinic) : undefined;
        if (!session) throw error;
        return session;
      }
    },
    onSuccess: (made) => 'user' in made && keepSession(queries, made),
  });
}

/** After the second factor: into the clinic that was just made, whatever others there are. */
export function useEnter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ clinicId, entry }: { clinicId: string; entry: Entry }) => {
      if (isSession(entry)) return entry;
      return withZone(await chooseClinic(clinicId));
    },
    onSuccess: (session) => keepSession(queries, session),
  });
}

/** The password was right, and a second factor is still to come. */
function noneYet(error: unknown): undefined {
  if (!(error instanceof ApiProblem) || error.code !== 'UNAUTHENTICATED') throw error;
}

const isTaken = (error: unknown) => error instanceof ApiProblem && error.code === 'SLUG_TAKEN';

/** The owner's session in the clinic of this address; undefined where it is somebody else's. */
async function existing({ slug, owner: { email, password } }: NewClinic): Promise<Session | undefined> {
  const answer = await signIn({ email, password }).catch(() => undefined);
  if (!answer || 'secondFactor' in answer) return undefined;
  if (!('clinics' in answer)) return answer.clinic.slug === slug ? answer : undefined;
  const clinicId = answer.clinics.find((clinic) => clinic.slug === slug)?.id;
  return clinicId ? chooseClinic(clinicId) : undefined;
}
