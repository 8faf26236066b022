import { ValidateIf } from 'class-validator';

/**
 * For fields that may be left out, but cannot be empty: null is refused. `@IsOptional` lets null through, and fits only a
 * field whose type takes it (`reason?: string | null`), where null clears what was there, and a query, which has no null.
 */
export const Omittable = () => ValidateIf((_dto, value) => value !== undefined);
