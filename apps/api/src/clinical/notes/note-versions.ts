import { Injectable } from '@nestjs/common';
import { StaffService } from '../../identity/index.js';
import { Crypto, newId, now, type TxCtx } from '../../platform/index.js';
import { type NoteBody, storedBody } from './note-body.js';
import { versionOf } from './note-records.js';
import { NoteVersion } from './note.entity.js';
import type { AddendumDto, NoteDto } from './notes.dto.js';
import { toAddendumDto } from './notes.mapping.js';

type Content = Pick<NoteBody, 'kind' | 'sections' | 'text' | 'reason'>;

/** Appends to the signed history of a note, under the lock of its head. */
@Injectable()
export class NoteVersions {
  constructor(
    private readonly crypto: Crypto,
    private readonly staff: StaffService,
  ) {}

  async append(ctx: TxCtx, note: NoteDto, content: Content): Promise<AddendumDto> {
    const id = newId();
    const [last] = await ctx.tx.query<{ number: number; hash: Buffer }[]>(
      'SELECT number, hash FROM note_version WHERE note_id = $1 ORDER BY number DESC LIMIT 1',
      [note.id],
    );
    const body: NoteBody = {
      noteId: note.id,
      number: (last?.number ?? 0) + 1,
      patientId: note.patientId,
      practitionerId: note.practitionerId,
      appointmentId: note.appointmentId,
      templateId: note.templateId,
      templateVersion: note.templateVersion,
      ...content,
      recordedBy: { type: ctx.actor.type, id: ctx.actor.id, name: await this.signer(ctx) },
      recordedAt: now(ctx).toISOString(),
      previousHash: last?.hash.toString('hex') ?? null,
    };
    const { text, hash } = storedBody(body);
    await ctx.tx.getRepository(NoteVersion).insert({
      clinicId: ctx.clinicId,
      id,
      noteId: note.id,
      number: body.number,
      kind: body.kind,
      body: await this.crypto.seal(ctx, versionOf(id, note), text),
      hash,
      recordedByType: ctx.actor.type,
      recordedBy: ctx.actor.id,
      recordedAt: now(ctx),
    });
    return toAddendumDto(body, { id, contentHash: hash.toString('hex') });
  }

  /** The signer's name is part of what is signed: they may marry or leave. */
  private async signer(ctx: TxCtx): Promise<string> {
    if (ctx.actor.type === 'user') return (await this.staff.nameOf(ctx, ctx.actor.id)) ?? 'unknown';
    return ctx.actor.type === 'key' ? 'API key' : 'Keel';
  }
}
