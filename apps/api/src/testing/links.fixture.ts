import { Db, type LinkSubject, LinkTokens, systemCtx } from '../platform/index.js';
import type { TestAppointment } from './scheduling.fixture.js';
import type { Session } from './session.js';

/** A link to an appointment as a reminder brings it; good for a day unless told otherwise. */
export function linkTo(
  { app, clinic }: Pick<Session, 'app' | 'clinic'>,
  appointment: TestAppointment,
  over: Partial<LinkSubject> = {},
): Promise<string> {
  const subject: LinkSubject = {
    kind: 'appointment',
    subjectId: appointment.id,
    patientId: appointment.patientId,
    channel: 'email',
    expiresAt: new Date(Date.now() + 86_400_000),
    ...over,
  };
  return app.nest.get(Db).tx(systemCtx(clinic.id, 'test'), (ctx) => Promise.resolve(app.nest.get(LinkTokens).mint(ctx, subject)));
}
