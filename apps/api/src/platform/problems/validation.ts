import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { withSmallId, writeIdsSmall } from '../http/small-ids.js';
import { type FieldFault, InvalidProblem } from './problem.js';
import { textFaults } from './visible-text.js';

class DtoPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const dto: unknown = await super.transform(value, metadata);
    if (metadata.type === 'param') return withSmallId(dto);
    writeIdsSmall(dto);
    return dto;
  }

  protected override async validate(...[dto, options]: Parameters<ValidationPipe['validate']>) {
    const found = await super.validate(dto, options);
    const known = new Set((found as ValidationError[]).map(({ property }) => property));
    return [...found, ...textFaults(dto).filter(({ property }) => !known.has(property))];
  }
}

/** Checks every DTO: unknown fields are refused, and each fault is named by its JSON pointer. */
export function validationPipe(): ValidationPipe {
  return new DtoPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new InvalidProblem(errors.flatMap((error) => faults(error, ''))),
  });
}

function faults(error: ValidationError, base: string): FieldFault[] {
  const pointer = `${base}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    detail: rule === 'whitelistValidation' ? 'This field is not known here; leave it out.' : detail,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => faults(child, pointer))];
}
