import { getMetadataStorage, isUUID } from 'class-validator';

/*
 * Ids in small letters, as the database writes them. Programs of other makers send them in capitals, and in the house an id is compared with
 * what the database answers and bound to what is sealed. Done for every DTO and every address at once, so that no field can be forgotten.
 */

const small = (value: unknown): unknown => (typeof value === 'string' && isUUID(value) ? value.toLowerCase() : value);

/** Of a part of an address. A token of a link is no UUID. */
export const withSmallId = (value: unknown): unknown => small(value);

/** Of a DTO that was checked: the fields that must be ids, alone or in lists, and those of the records in it. */
export function writeIdsSmall(dto: unknown): void {
  if (Array.isArray(dto)) return dto.forEach(writeIdsSmall);
  if (typeof dto !== 'object' || dto === null) return;
  // A form is no DTO: it has no prototype, and what it calls a constructor is a field.
  const { constructor: type } = (Object.getPrototypeOf(dto) ?? {}) as { constructor?: unknown };
  if (typeof type !== 'function' || type === Object) return;
  const record = dto as Record<string, unknown>;
  const { ids, records } = fieldsOf(type);
  for (const id of ids) if (id in record) record[id] = Array.isArray(record[id]) ? record[id].map(small) : small(record[id]);
  for (const field of records) writeIdsSmall(record[field]);
}

interface Fields {
  ids: readonly string[];
  records: readonly string[];
}
const known = new WeakMap<object, Fields>();

function fieldsOf(type: object): Fields {
  const found = known.get(type);
  if (found) return found;
  // The storage takes the class as a function; that is what a constructor is.
  const rules = getMetadataStorage().getTargetValidationMetadatas(type as () => void, '', false, false);
  const fields = {
    ids: rules.filter(({ name }) => name === 'isUuid').map(({ propertyName }) => propertyName),
    records: rules.filter(({ type: kind }) => kind === 'nestedValidation').map(({ propertyName }) => propertyName),
  };
  known.set(type, fields);
  return fields;
}
