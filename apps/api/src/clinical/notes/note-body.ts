import { createHash } from 'node:crypto';
import { type AnsweredSection, canonicalJson } from '@keel/contracts';
import type { Actor } from '../../platform/index.js';
import { NoteIntegrityError } from '../clinical.errors.js';
import type { NoteVersionKind } from './note.entity.js';

/** What is signed: whose note, what it says, who says so and when, chained to the step before by its hash. */
export interface NoteBody {
  noteId: string;
  number: number;
  kind: NoteVersionKind;
  patientId: string;
  practitionerId: string;
  appointmentId: string | null;
  templateId: string;
  templateVersion: number;
  /** Of a signing. */
  sections?: AnsweredSection[];
  /** Of an addendum. */
  text?: string;
  /** Of an error. */
  reason?: string;
  recordedBy: { type: Actor['type']; id: string; name: string };
  /** RFC 3339, UTC. */
  recordedAt: string;
  /** Hexadecimal; null for the first. */
  previousHash: string | null;
}

/** A step of the history as it is stored: its canonical text and the hash over that. */
export interface StoredBody {
  text: string;
  hash: Buffer;
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

export function storedBody(body: NoteBody): StoredBody {
  const text = canonicalJson(body);
  return { text, hash: sha256(text) };
}

/**
 * The history of a note, oldest first, where every step is what was signed and none is missing before the last.
 * @throws NoteIntegrityError
 */
export function verifiedHistory(note: { id: string; patientId: string }, stored: readonly StoredBody[]): NoteBody[] {
  let previousHash: string | null = null;
  return stored.map(({ text, hash }, at) => {
    if (!sha256(text).equals(hash)) throw new NoteIntegrityError();
    const body = JSON.parse(text) as NoteBody;
    const sound = body.noteId === note.id && body.patientId === note.patientId && body.number === at + 1;
    if (!sound || body.previousHash !== previousHash) throw new NoteIntegrityError();
    previousHash = hash.toString('hex');
    return body;
  });
}
