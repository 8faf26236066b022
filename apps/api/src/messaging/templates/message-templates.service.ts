import { Injectable } from '@nestjs/common';
import type { Channel, Language, Page } from '@keel/contracts';
import { keepMembersAs } from '../../identity/index.js';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  type IfMatchValue,
  InvalidProblem,
  NOT_PERSONAL,
  NotFoundProblem,
  now,
  wholePage,
} from '../../platform/index.js';
import { defaultTemplates, type Template, type TemplateKind } from './default-templates.js';
import { MessageTemplate } from './message-template.entity.js';
import type { UpdateMessageTemplateDto } from './message-templates.dto.js';
import { templateFaults } from './render.js';

type Edit = Pick<Template, 'id' | 'subject' | 'body' | 'version'>;

/** The clinic's words: the default texts, and its edits of them. */
@Injectable()
export class MessageTemplatesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(ctx: Ctx): Promise<Page<Template>> {
    return wholePage(await this.all(ctx));
  }

  async get(ctx: Ctx, id: string): Promise<Template> {
    const template = (await this.all(ctx)).find((candidate) => candidate.id === id);
    if (!template) throw new NotFoundProblem('message template');
    return template;
  }

  /** The text for a message; English where there is none in the language. */
  async choose(ctx: Ctx, kind: TemplateKind, channel: Channel, locale: Language): Promise<Template> {
    const fitting = (await this.all(ctx)).filter((template) => template.kind === kind && template.channel === channel);
    const chosen = fitting.find((template) => template.locale === locale) ?? fitting.find((template) => template.locale === 'en');
    if (!chosen) throw new Error(`There is no default text for a ${kind} by ${channel}`);
    return chosen;
  }

  async update(ctx: Ctx, id: string, dto: UpdateMessageTemplateDto, ifMatch: IfMatchValue): Promise<Template> {
    return this.db.tx(ctx, async (ctx) => {
      await keepMembersAs(ctx, 'reminder:manage');
      // A default has no row to lock until its first edit, so edits take turns on the clinic.
      await ctx.tx.query("SELECT pg_advisory_xact_lock(hashtextextended('message_template' || $1, 0))", [ctx.clinicId]);
      const current = await this.get(ctx, id);
      assertVersion(ctx, ifMatch, { current, readBy: 'clinic:read', shows: NOT_PERSONAL });
      const template: Template = {
        ...current,
        subject: current.channel === 'sms' ? null : (dto.subject ?? current.subject),
        body: dto.body ?? current.body,
        version: current.version + 1,
      };
      const faults = templateFaults(template);
      if (current.channel === 'sms' && dto.subject !== undefined) faults.push('An SMS has no subject; leave it out.');
      if (faults.length > 0) throw new InvalidProblem(faults.map((detail) => ({ pointer: '/body', detail })));
      const { subject, body, version } = template;
      await ctx.tx
        .getRepository(MessageTemplate)
        .upsert({ clinicId: ctx.clinicId, id, subject, body, version, updatedAt: now(ctx) }, { conflictPaths: ['clinicId', 'id'] });
      await this.audit.add(ctx, { what: 'clinic.message_template', action: 'update', entityId: id });
      return template;
    });
  }

  private async all(ctx: Ctx): Promise<Template[]> {
    const edits = await this.db.read<Edit>(ctx, NOT_PERSONAL, 'SELECT id, subject, body, version FROM message_template');
    const byId = new Map(edits.map((edit) => [edit.id, edit]));
    return defaultTemplates(ctx.clinicId).map((template) => ({ ...template, ...byId.get(template.id) }));
  }
}
