export { Alarms } from './alarms/alarms.js';
export { Audit, type AuditFact } from './audit/audit.js';
export { brokenAuditChains } from './audit/audit-inspection.js';
export type { KeptHead as AuditHead } from './audit/kept-heads.js';
export { AuditSealer } from './audit/audit-sealer.js';
export { AuditWatch } from './audit/audit-watch.js';
export { type AuditFault, AuditVerifier } from './audit/audit-verification.js';
export { Config, type ProcessRole, type TwilioConfig } from './config/config.js';
export { AccessGuard, AUTHENTICATOR, type Authenticator } from './context/access.guard.js';
export { type Actor, type Ctx, loginBehind, newId, now, systemCtx, type TxCtx } from './context/ctx.js';
export { Allow, AnyOrigin, ByPerson, Context, Public, RequestedBy, type Requester, type RoutePolicy } from './context/decorators.js';
export { OpenBeforeEnrolment } from './context/enrolment.js';
export { ownOrigins } from './context/own-origin.js';
export { assertSteppedUp, NeedsStepUp, STEP_UP_MINUTES } from './context/step-up.js';
export { type RouteEntry, RouteTable } from './context/route-policy.check.js';
export { Crypto, openIn, type OpenSealed, type SealedPlace } from './crypto/crypto.js';
export { masterKeyCheck, rewrapKey, unwrapKey } from './crypto/wrapped-key.js';
export { SealBrokenError } from './crypto/envelope.js';
export { type Access, NOT_PERSONAL } from './database/access.js';
export { ClinicEntity } from './database/clinic-entity.js';
export { Db, sqlState, violatedConstraint } from './database/db.js';
export { assertInstallation } from './database/installation.check.js';
export { prepared, sent } from './database/prepared.js';
export { changeRow, lockedRow } from './database/rows.js';
export { definerFunction, publishedView, tenantTable } from './database/tenant-table.js';
export { Files, type KeptFile, type NewFile, type OpenFile } from './files/files.js';
export { beginFileLine } from './files/file-line.js';
export { shownOnce } from './http/idempotency.store.js';
export { RequireIdempotencyKey } from './http/idempotency.interceptor.js';
export { ApiPage, ApiTotal } from './http/api-page.js';
export { assertVersion, IfMatch, IfMatchMissingError, type IfMatchValue, OptionalIfMatch, StaleVersionError } from './http/if-match.js';
export { MoneyDto } from './http/money.dto.js';
export { Omittable } from './http/omittable.js';
export { assertWritable } from './http/own-fields.js';
export { COUNTED, decodeCursor, encodeCursor, seenBefore, toPage, totalOf, wholePage } from './http/page.js';
export { BODY_BYTES, boundRequests } from './http/bounds.js';
export { OpenConnections } from './http/open-connections.js';
export { routeOf } from './http/route-of.js';
export { networkOf } from './http/network.js';
export { PageQuery } from './http/page-query.dto.js';
export { IsDay, IsDayOrInstant, IsDuration, IsInstant, IsMoment } from './http/time-validators.js';
export { serveWeb } from './http/web-app.js';
export { type LinkKind, type LinkSubject, LinkTokens, type ResolvedLink, type Withdrawal } from './links/link-tokens.js';
export { Metrics } from './observe/metrics.js';
export { observeRequests } from './observe/access-log.js';
export { RateLimit, RateLimitGuard } from './http/rate-limit.guard.js';
export { countUnproven } from './http/count-unproven.js';
export { type Allowance, RateLimits } from './http/rate-limits.js';
export { Formerly, On } from './outbox/on.decorator.js';
export { Outbox } from './outbox/outbox.js';
export { Purges } from './upkeep/purges.js';
export { PlatformModule } from './platform.module.js';
export { LinkMailboxes1795953991319 } from './migrations/link-mailboxes-1795953991319.js';
export { CountDeliveries1795854324583 } from './migrations/count-deliveries-1795854324583.js';
export { CreateLiveEvents1761000000002 } from './migrations/create-live-events-1761000000002.js';
export { CreateAuditSeals1761000000003 } from './migrations/create-audit-seals-1761000000003.js';
export { CreatePlatform1761000000001 } from './migrations/create-platform-1761000000001.js';
export { SayWhoseAnswerItIs1795853756575 } from './migrations/say-whose-answer-it-is-1795853756575.js';
export { SayWhatWasMigrated1761000000004 } from './migrations/say-what-was-migrated-1761000000004.js';
export { KnowTheMasterKey1795853529207 } from './migrations/know-the-master-key-1795853529207.js';
export { KeepFiles2026113017200 } from './migrations/2026-11-30-1720-keep-files.js';
export { PublishAuditAndLinks2026113016440 } from './migrations/2026-11-30-1644-publish-audit-and-links.js';
export { RenameListeners2026113012300 } from './migrations/2026-11-30-1230-rename-listeners.js';
export { TellOwnBacklog1795942472157 } from './migrations/tell-own-backlog-1795942472157.js';
export { ListClinicsToVerify1795856904740 } from './migrations/list-clinics-to-verify-1795856904740.js';
export { OrderNames1795870200413 } from './migrations/order-names-1795870200413.js';
export { WithdrawLinks1795852801100 } from './migrations/withdraw-links-1795852801100.js';
export { PhoneFields } from './phones/phone.dto.js';
export { phoneColumns } from './phones/phone-number.js';
export { readOlderPhones } from './phones/read-older-phones.js';
export { hungUp } from './http/hung-up.js';
export type { Known, Say, TimelineData } from './timeline/say.js';
export { tell, type TimelineWords, TimelineWording } from './timeline/timeline-words.js';
export { PrintRoom } from './print/print-room.js';
export type { Block, PrintDocument, Table, Total } from './print/print-document.js';
export { refuseAddress, refuseBytes } from './problems/unreadable.js';
export { ProblemDetailsDto } from './problems/problem.dto.js';
export {
  type FieldFault,
  ForbiddenProblem,
  InvalidProblem,
  NotFoundProblem,
  PersonOnlyProblem,
  Problem,
  UnauthenticatedProblem,
} from './problems/problem.js';
export { Turns } from './turns/turns.js';
