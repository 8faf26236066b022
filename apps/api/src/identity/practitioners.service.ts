import { CALENDAR_COLOURS, type Country, NO_STANDING, type Page, proposedTitle, type Role, type Standing, viewOf } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  InvalidProblem,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  Outbox,
  type PageQuery,
  toPage,
  type TxCtx,
  violatedConstraint,
} from '../platform/index.js';
import {
  AlreadyJoinedError,
  AlreadyPractitionerError,
  InviteInactiveError,
  PractitionerEmailTakenError,
  PractitionerLimitError,
} from './identity.errors.js';
import { foldAddress } from './fold-address.js';
import { InvitationsService } from './invitations.service.js';
import { keepMembersAs, takeMembers } from './member-followers.js';
import { Practitioner } from './practitioner.entity.js';
import { assertCollege, otherNames } from './practitioner-names.js';
import { RightsRefusedError, RightsService } from './rights.service.js';
import { StaffService } from './staff.service.js';
import type { AddPractitionerDto, PractitionerDto, UpdatePractitionerDto } from './practitioners.dto.js';

const COLUMNS = `id, email::text AS email, first_name AS "firstName", last_name AS "lastName",
  first_name || ' ' || last_name AS "displayName", profession, registration_number AS "registrationNumber", title,
  title_in AS "titleIn", college, college_in AS "collegeIn",
  colour, user_id AS "userId", CASE WHEN user_id IS NOT NULL THEN 'joined' WHEN EXISTS (
    SELECT 1 FROM invitation i WHERE i.clinic_id = practitioner.clinic_id AND i.practitioner_id = practitioner.id
      AND i.accepted_at IS NULL AND i.revoked_at IS NULL
  ) THEN 'invited' ELSE 'not_invited' END AS access, active, version`;

/** Told apart at a glance on the schedule, in both themes. */
const COLOURS = Object.values(CALENDAR_COLOURS);

/** Keel is for two to ten; whoever looks for a free time looks through all of them. */
const MOST_ACTIVE = 100;

const UNKNOWN: { taken: number; country: Country; region: string } = { taken: 0, country: 'CA', region: '' };

type Person = Pick<AddPractitionerDto, 'email' | 'firstName' | 'lastName'>;
type Whole = PractitionerDto & Person;

const nameOf = ({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): string => `${firstName} ${lastName}`;

/** As the caller may see it. */
const seen = ({ actor, permissions }: Ctx, row: Whole): PractitionerDto =>
  viewOf('PractitionerDto', permissions, actor.type === 'user' && actor.id === row.userId)<PractitionerDto>(row);

@Injectable()
export class PractitionersService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly invitations: InvitationsService,
    private readonly staff: StaffService,
    private readonly rights: RightsService,
  ) {}

  /**
   * Adds the practitioner, who can be booked at once. Added by an owner, who works here already is that person, and anybody
   * else is invited by e-mail. Whoever else adds them gives no access: charts open by an owner's invitation alone.
   */
  async add(ctx: Ctx, dto: AddPractitionerDto): Promise<PractitionerDto> {
    const id = newId();
    assertCollege(dto.college, dto.collegeIn);
    return this.unlessTaken(
      this.db.tx(ctx, async (ctx) => {
        await this.assertRoom(ctx);
        await takeMembers(ctx, 'staff:manage');
        const [{ taken, country, region } = UNKNOWN] = await ctx.tx.query<(typeof UNKNOWN)[]>(
          'SELECT country, region, (SELECT count(*) FROM practitioner) AS taken FROM clinic',
        );
        const title = dto.title ?? proposedTitle(dto.profession, country, region);
        await ctx.tx.getRepository(Practitioner).insert({
          ...dto,
          clinicId: ctx.clinicId,
          id,
          title,
          ...otherNames({ ...dto, title }, country),
          colour: dto.colour ?? COLOURS[taken % COLOURS.length] ?? CALENDAR_COLOURS.slate,
        });
        if (await this.rights.givesClinical(ctx)) await this.joinOrInvite(ctx, id, dto);
        await this.outbox.add(ctx, 'practitioner.added', { practitionerId: id });
        await this.audit.add(ctx, { what: 'practitioner', action: 'create', entityId: id });
        return this.get(ctx, id);
      }),
    );
  }

  /** Invites the person anew, where the first mail was lost or its link is too old. */
  async invite(ctx: Ctx, id: string): Promise<PractitionerDto> {
    return this.db.tx(ctx, async (ctx) => {
      // Whoever takes them off the schedule at this moment ends the invitation, or finds it.
      await takeMembers(ctx, 'staff:manage');
      const practitioner = await this.whole(ctx, id);
      if (practitioner.userId) throw new AlreadyJoinedError();
      if (!(await this.rights.givesClinical(ctx))) throw new RightsRefusedError('ownerOnly');
      if (!practitioner.active) throw new InviteInactiveError();
      await this.joinOrInvite(ctx, id, practitioner);
      return this.get(ctx, id);
    });
  }

  private async joinOrInvite(ctx: TxCtx, id: string, person: Person, roles: Role[] = ['practitioner']): Promise<void> {
    const member = await this.staff.addRole(ctx, person.email, 'practitioner', async (userId) => {
      const other = await this.ofUser(ctx, userId);
      if (other) throw new AlreadyPractitionerError(other.id);
      await ctx.tx.getRepository(Practitioner).update({ clinicId: ctx.clinicId, id }, { userId });
    });
    if (!member) await this.inviteNew(ctx, id, person, roles);
  }

  /** An open invitation of the address is replaced, and what it gave goes on in the new one. */
  private async inviteNew(ctx: TxCtx, id: string, { email, firstName, lastName }: Person, given: Role[]): Promise<void> {
    const from = await this.invitations.givenTo(ctx, email);
    const roles = [...new Set([...from.roles, ...given])];
    await this.rights.change(ctx, { userId: undefined, name: nameOf({ firstName, lastName }), from, to: { roles, chartRight: false } });
    await this.invitations.invite(ctx, { email, firstName, lastName, roles, practitionerId: id });
  }

  async list(ctx: Ctx, query: PageQuery): Promise<Page<PractitionerDto>> {
    const [name, id] = decodeCursor(query.cursor, 'text', 'uuid') ?? ['', '00000000-0000-0000-0000-000000000000'];
    const rows = await this.db.read<Whole>(
      ctx,
      NOT_PERSONAL,
      `SELECT ${COLUMNS} FROM practitioner WHERE (last_name COLLATE person_name, id) > ($1, $2::uuid) ORDER BY last_name COLLATE person_name, id LIMIT $3`,
      [name, id, query.limit + 1],
    );
    return toPage(
      rows.map((row) => seen(ctx, row)),
      query,
      (row) => [row.lastName, row.id],
    );
  }

  async get(ctx: Ctx, id: string): Promise<PractitionerDto> {
    return seen(ctx, await this.whole(ctx, id));
  }

  private async whole(ctx: Ctx, id: string): Promise<Whole> {
    const [row] = await this.db.read<Whole>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM practitioner WHERE id = $1`, [id]);
    if (!row) throw new NotFoundProblem('practitioner');
    return row;
  }

  /** The login of who treats as this practitioner; their right to charts lasts until the transaction ends. @throws InvalidProblem */
  async clinician(ctx: TxCtx, id: string): Promise<string> {
    const { userId } = await this.whole(ctx, id);
    if (userId && (await this.rights.readsCharts(ctx, userId))) return userId;
    const detail = userId
      ? 'This practitioner reads no charts now: they have left, or have another role.'
      : 'This practitioner has not accepted their invitation yet.';
    throw new InvalidProblem([{ pointer: '/practitionerId', detail }]);
  }

  /** The practitioner that a person is in this clinic, or undefined. */
  async ofUser(ctx: Ctx, userId: string): Promise<PractitionerDto | undefined> {
    const [row] = await this.db.read<PractitionerDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM practitioner WHERE user_id = $1`, [
      userId,
    ]);
    return row;
  }

  async update(ctx: Ctx, id: string, dto: UpdatePractitionerDto, ifMatch: IfMatchValue): Promise<PractitionerDto> {
    return this.db.tx(ctx, async (ctx) => {
      if (dto.active) await this.takeTurn(ctx);
      // Before the row, as whoever accepts an invitation does.
      if (dto.email === undefined && dto.active !== false) await keepMembersAs(ctx, 'staff:manage');
      else await takeMembers(ctx, 'staff:manage');
      await ctx.tx.query('SELECT 1 FROM practitioner WHERE id = $1 FOR UPDATE', [id]);
      const current = await this.whole(ctx, id);
      assertVersion(ctx, ifMatch, { current: seen(ctx, current), readBy: 'staff:read', shows: NOT_PERSONAL });
      if (dto.active && !current.active) await this.assertRoom(ctx);
      const corrected = dto.email !== undefined && (await foldAddress(this.db, dto.email)) !== (await foldAddress(this.db, current.email));
      if (corrected && current.userId) throw new AlreadyJoinedError('/email');
      const names = await this.namesAfter(ctx, current, dto);
      const change = { ...dto, ...names, version: current.version + 1 };
      await this.unlessTaken(ctx.tx.getRepository(Practitioner).update({ clinicId: ctx.clinicId, id }, change));
      await this.audit.add(ctx, { what: 'practitioner', action: 'update', entityId: id, reason: corrected ? 'address corrected' : null });
      if (current.access === 'invited') {
        if (corrected) await this.inviteElsewhere(ctx, id, current, { ...current, ...dto });
        else if (dto.active === false) await this.endInvitation(ctx, id, current);
      }
      return this.get(ctx, id);
    });
  }

  /** @throws InvalidProblem */
  private async namesAfter(ctx: TxCtx, current: Whole, dto: UpdatePractitionerDto) {
    const names = { ...current, ...dto };
    assertCollege(names.college, dto.collegeIn);
    const [{ country } = UNKNOWN] = await ctx.tx.query<Pick<typeof UNKNOWN, 'country'>[]>('SELECT country FROM clinic');
    return otherNames(names, country);
  }

  /**
   * The link at the former address ends; a new one with the same roles goes out to who is on the schedule where the caller may give
   * what it opens. Where they may not, the owners are told, since one of them is to invite whoever has that address.
   * @throws RightsRefusedError, StepUpRequiredError
   */
  private async inviteElsewhere(ctx: TxCtx, id: string, former: Person, person: Person & { active: boolean }): Promise<void> {
    const given = await this.endInvitation(ctx, id, former);
    if (!(await this.rights.givesClinical(ctx))) await this.rights.tellOfAddress(ctx, nameOf(person));
    else if (person.active) await this.joinOrInvite(ctx, id, person, [...given.roles]);
  }

  /**
   * Its link opens nothing any more, which is to take what it gave.
   * @returns what that was
   * @throws RightsRefusedError, StepUpRequiredError
   */
  private async endInvitation(ctx: TxCtx, id: string, invited: Person): Promise<Standing> {
    const given = await this.invitations.givenTo(ctx, invited.email);
    await this.rights.change(ctx, { userId: undefined, name: nameOf(invited), from: given, to: NO_STANDING });
    await this.invitations.withdrawFor(ctx, id);
    return given;
  }

  /** @throws PractitionerEmailTakenError */
  private unlessTaken<T>(write: Promise<T>): Promise<T> {
    return write.catch((error: unknown) => {
      if (violatedConstraint(error) === 'practitioner_clinic_id_email_key') throw new PractitionerEmailTakenError();
      throw error;
    });
  }

  /** @throws PractitionerLimitError */
  private async assertRoom(ctx: TxCtx): Promise<void> {
    await this.takeTurn(ctx);
    const [kept] = await ctx.tx.query<{ count: number }[]>('SELECT count(*)::int AS count FROM practitioner WHERE active');
    if ((kept?.count ?? 0) >= MOST_ACTIVE) throw new PractitionerLimitError(MOST_ACTIVE);
  }

  /** Before any row: whoever adds to the active practitioners of a clinic counts them alone. */
  private async takeTurn(ctx: TxCtx): Promise<void> {
    await ctx.tx.query("SELECT pg_advisory_xact_lock(hashtextextended('practitioner' || $1, 0))", [ctx.clinicId]);
  }
}
