import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldFault, InvalidProblem } from './problem.js';

/** Checks every DTO: unknown fields are refused, and each fault is named by its JSON pointer. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
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
