import { Injectable } from '@nestjs/common';
import type { Page } from '@keel/contracts';
import { keepMembersAs } from '../../identity/index.js';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  type IfMatchValue,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  now,
  sent,
  type TxCtx,
  wholePage,
} from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';
import { ReminderPlans } from '../messages/reminder-plans.js';
import { RuleExistsError, RuleLimitError } from '../messaging.errors.js';
import { mergeRules, type Rule, type RuleRow } from './default-rules.js';
import { ReminderRule } from './reminder-rule.entity.js';
import type { CreateReminderRuleDto, UpdateReminderRuleDto } from './reminder-rules.dto.js';

/** Every appointment is planned a message by each. */
const MOST_RULES = 20;

/** When a clinic reminds: the default rules, its edits of them, and its own. */
@Injectable()
export class ReminderRulesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly appointments: AppointmentsService,
    private readonly plans: ReminderPlans,
  ) {}

  async list(ctx: Ctx): Promise<Page<Rule>> {
    return wholePage(await this.all(ctx));
  }

  async all(ctx: Ctx): Promise<Rule[]> {
    const rows = await this.db.read<RuleRow>(
      ctx,
      NOT_PERSONAL,
      'SELECT id, channel, minutes_before AS "minutesBefore", active, removed, version FROM reminder_rule',
    );
    return mergeRules(ctx.clinicId, rows);
  }

  async get(ctx: Ctx, id: string): Promise<Rule> {
    const rule = (await this.all(ctx)).find((candidate) => candidate.id === id);
    if (!rule) throw new NotFoundProblem('reminder rule');
    return rule;
  }

  async create(ctx: Ctx, dto: CreateReminderRuleDto): Promise<Rule> {
    return this.db.tx(ctx, async (ctx) => {
      const rule: Rule = { id: newId(), channel: dto.channel, minutesBefore: dto.minutesBefore, active: dto.active ?? true, version: 1 };
      await this.takeTurn(ctx);
      if ((await this.all(ctx)).length >= MOST_RULES) throw new RuleLimitError(MOST_RULES);
      await this.assertAlone(ctx, rule);
      await this.store(ctx, rule);
      await this.planUpcoming(ctx, rule);
      await this.audit.add(ctx, { what: 'clinic.reminder_rule', action: 'create', entityId: rule.id });
      return rule;
    });
  }

  async update(ctx: Ctx, id: string, dto: UpdateReminderRuleDto, ifMatch: IfMatchValue): Promise<Rule> {
    return this.db.tx(ctx, async (ctx) => {
      const current = await this.locked(ctx, id);
      assertVersion(ctx, ifMatch, { current, readBy: 'clinic:read', shows: NOT_PERSONAL });
      const rule: Rule = {
        ...current,
        minutesBefore: dto.minutesBefore ?? current.minutesBefore,
        active: dto.active ?? current.active,
        version: current.version + 1,
      };
      await this.assertAlone(ctx, rule);
      await this.store(ctx, rule);
      if (rule.minutesBefore !== current.minutesBefore) await this.plans.shift(ctx, rule);
      await this.planUpcoming(ctx, rule);
      await this.audit.add(ctx, { what: 'clinic.reminder_rule', action: 'update', entityId: id });
      return rule;
    });
  }

  /** Removing a default leaves a row that says so; messages that still wait find their rule gone and are skipped. */
  async remove(ctx: Ctx, id: string): Promise<void> {
    await this.db.tx(ctx, async (ctx) => {
      const rule = await this.locked(ctx, id);
      await this.store(ctx, { ...rule, version: rule.version + 1 }, true);
      await this.audit.add(ctx, { what: 'clinic.reminder_rule', action: 'delete', entityId: id });
    });
  }

  /** A rule holds for the appointments that are already booked too, as far as its time has not gone by. */
  private async planUpcoming(ctx: TxCtx, rule: Rule): Promise<void> {
    if (rule.active) await this.plans.add(ctx, await this.appointments.upcoming(ctx), [rule], now(ctx));
  }

  /** The rules stay as they are until the transaction ends. Before any lock on a message: an edit of a rule moves messages. */
  keep(ctx: TxCtx): void {
    sent(ctx, "SELECT pg_advisory_xact_lock_shared(hashtextextended('reminder_rule' || $1, 0))", [ctx.clinicId]);
  }

  private async locked(ctx: TxCtx, id: string): Promise<Rule> {
    await this.takeTurn(ctx);
    return this.get(ctx, id);
  }

  /** A default has no row to lock until its first edit, so edits of a clinic's rules take turns on the clinic instead. */
  private async takeTurn(ctx: TxCtx): Promise<void> {
    // Before the rules: who was put out while this waited tells patients nothing any more.
    await keepMembersAs(ctx, 'reminder:manage');
    await ctx.tx.query("SELECT pg_advisory_xact_lock(hashtextextended('reminder_rule' || $1, 0))", [ctx.clinicId]);
  }

  private async assertAlone(ctx: TxCtx, rule: Rule): Promise<void> {
    const same = (other: Rule) => other.id !== rule.id && other.channel === rule.channel && other.minutesBefore === rule.minutesBefore;
    if ((await this.all(ctx)).some(same)) throw new RuleExistsError();
  }

  private async store(ctx: TxCtx, rule: Rule, removed = false): Promise<void> {
    await ctx.tx
      .getRepository(ReminderRule)
      .upsert({ ...rule, clinicId: ctx.clinicId, removed, updatedAt: now(ctx) }, { conflictPaths: ['clinicId', 'id'] });
  }
}
