import { type GuardedDto, hiddenFields } from '@keel/contracts';
import type { Ctx } from '../context/ctx.js';
import { Problem } from '../problems/problem.js';

export class FieldNotYoursError extends Problem {
  constructor(fields: readonly string[]) {
    super({
      status: 403,
      code: 'FIELD_NOT_YOURS',
      title: 'You may not see these fields, so you cannot change them',
      detail: 'Leave out the fields named in errors; what stands in them stays as it is.',
      errors: fields.map((field) => ({ pointer: `/${field}`, detail: 'is not yours to see or to change' })),
    });
  }
}

/** Nobody overwrites what they cannot see. @throws FieldNotYoursError */
export function assertWritable({ permissions }: Pick<Ctx, 'permissions'>, dto: GuardedDto, sent: object): void {
  const hidden = hiddenFields(dto, permissions);
  const written = Object.entries(sent).flatMap(([field, value]) => (value !== undefined && hidden.includes(field) ? [field] : []));
  if (written.length > 0) throw new FieldNotYoursError(written);
}
