import { type Answer, ApiProblem, UnreachableError, newestIn } from '../../data/client/problem.js';
import { queries } from '../../data/client/queries.js';
import { type FieldKey, fieldKey, type SectionChange, toAnswers } from './model/answers.js';
import type { Send, SendResult } from './model/draft-saver.js';
import { draftSender } from '../../data/notes.js';

/** Sends changes of a draft to the API. */
export function sendDraft(id: string): Send {
  const send = draftSender(queries, id);
  return async (change, version) => {
    try {
      const note = await send({ sections: change, version });
      return { kind: 'saved', answers: toAnswers(note.sections), version: note.version };
    } catch (error) {
      return toResult(error, change);
    }
  };
}

/** Come back later: the server is being restarted, is too busy, or is not there. */
const LATER = new Set([408, 429, 500, 502, 503, 504]);

export function toResult(error: unknown, change: readonly SectionChange[]): SendResult {
  if (error instanceof UnreachableError) return { kind: 'unreachable' };
  if (!(error instanceof ApiProblem)) return { kind: 'stopped', error };
  const current = newestIn(error) as Answer<'NoteDto'> | undefined;
  if (current) {
    return { kind: 'stale', answers: toAnswers(current.sections), version: current.version, status: current.status };
  }
  const keys = refusedKeys(error, change);
  if (keys.length > 0) return { kind: 'refused', keys };
  return LATER.has(error.status) ? { kind: 'unreachable' } : { kind: 'stopped', error };
}

/** The answers that the API objects to: its pointers lead into what was sent. */
function refusedKeys({ body }: ApiProblem, change: readonly SectionChange[]): FieldKey[] {
  const errors = Array.isArray(body['errors']) ? (body['errors'] as { pointer?: unknown }[]) : [];
  return errors.flatMap(({ pointer }) => {
    const match = /^\/sections\/(\d+)\/answers\/(\d+)\//.exec(String(pointer));
    const section = change[Number(match?.[1])];
    const answer = section?.answers[Number(match?.[2])];
    return section && answer ? [fieldKey(section.key, answer.key)] : [];
  });
}
