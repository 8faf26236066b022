import { ValidateIf } from 'class-validator';

/**
 * For fields of a PATCH that the record always has: they may be left out, but null is refused. `@IsOptional` lets null
 * through, and fits only where null clears the field.
 */
export const Omittable = () => ValidateIf((_dto, value) => value !== undefined);
