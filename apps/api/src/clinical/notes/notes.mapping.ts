import type { AnsweredSection } from '@keel/contracts';
import type { NoteBody } from './note-body.js';
import type { AddendumDto, NoteDto, NoteHeadDto, NoteVersionDto } from './notes.dto.js';

/** A note as its routes answer it. Who signed and when is told from what was signed, not from the head's columns. */
export function toNoteDto(
  head: NoteHeadDto,
  sections: AnsweredSection[],
  history: readonly NoteBody[],
  stored: { ids: readonly string[]; hashes: readonly string[] },
): NoteDto {
  const at = (body: NoteBody) => ({ id: stored.ids[body.number - 1] ?? '', contentHash: stored.hashes[body.number - 1] ?? '' });
  const signed = history.find(({ kind }) => kind === 'signed');
  const error = history.find(({ kind }) => kind === 'entered_in_error');
  return {
    ...head,
    sections,
    signedBy: signed?.recordedBy.id ?? null,
    signedByName: signed?.recordedBy.name ?? null,
    signedAt: signed?.recordedAt ?? null,
    contentHash: signed ? at(signed).contentHash : null,
    addenda: history.filter(({ kind }) => kind === 'addendum').map((body) => toAddendumDto(body, at(body))),
    enteredInError: error
      ? { reason: error.reason ?? '', by: error.recordedBy.id, byName: error.recordedBy.name, at: error.recordedAt }
      : null,
  };
}

export function toAddendumDto(body: NoteBody, { id, contentHash }: { id: string; contentHash: string }): AddendumDto {
  const { noteId, number, text = '', recordedBy, recordedAt } = body;
  // An addendum never changes, so it stays at its first version.
  return {
    id,
    noteId,
    number,
    text,
    signedBy: recordedBy.id,
    signedByName: recordedBy.name,
    signedAt: recordedAt,
    contentHash,
    version: 1,
  };
}

export function toNoteVersionDto(
  { number, kind, recordedBy, recordedAt, previousHash }: NoteBody,
  id: string,
  contentHash: string,
): NoteVersionDto {
  return { id, number, kind, recordedBy: recordedBy.id, recordedByName: recordedBy.name, recordedAt, contentHash, previousHash };
}
