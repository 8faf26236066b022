import { breaksLine, cannotBePrinted, isVisible, turnsRound } from '@keel/contracts';
import { getMetadataStorage, type ValidationError } from 'class-validator';

/** A text of at most so many characters is a line: it stands beside others, which it must not turn round. */
const LONGEST_LINE = 300;
/** Stands in lines of lists and of the audit, however long it is, and may itself be of several. */
const LINES = new Set(['reason']);
/** What is compared, never shown; whatever is searched for is answered with nothing found. */
const NOT_SHOWN = new Set(['password', 'currentPassword', 'newPassword', 'q']);

interface Rule {
  property: string;
  required: boolean;
  line: boolean;
}

const known = new WeakMap<object, readonly Rule[]>();

/**
 * What every DTO demands of a text beyond its length. Where at least one character is asked for, one must be visible. A line holds no
 * characters that turn round how its neighbours read, and no line break: a name with one would stand in a text message, in a head line or
 * in a list as something else than a name. Stated once here, so that no field can be forgotten.
 */
export function textFaults(dto: object): ValidationError[] {
  return rulesOf(dto.constructor).flatMap((rule): ValidationError[] => {
    const value: unknown = (dto as Record<string, unknown>)[rule.property];
    const detail = Array.isArray(value) ? value.map((one) => faultOf(one, rule)).find(Boolean) : faultOf(value, rule);
    if (detail) return [{ property: rule.property, constraints: { visibleText: detail } }];
    const children = Array.isArray(value) ? nestedOf(value) : isDto(value) ? textFaults(value) : [];
    return children.length > 0 ? [{ property: rule.property, children }] : [];
  });
}

function nestedOf(list: readonly unknown[]): ValidationError[] {
  return list.flatMap((one, at): ValidationError[] => {
    const children = isDto(one) ? textFaults(one) : [];
    return children.length > 0 ? [{ property: String(at), children }] : [];
  });
}

function faultOf(value: unknown, { property, required, line }: Rule): string | undefined {
  if (typeof value !== 'string' || value === '' || NOT_SHOWN.has(property)) return undefined;
  if (required && !isVisible(value)) return `${property} needs something that can be seen: spaces and invisible characters are not enough`;
  if (line && turnsRound(value))
    return `${property} holds a character that turns the direction of writing (U+202A to U+202E, U+2066 to U+2069); take it out`;
  if (line && cannotBePrinted(value)) return `${property} holds a control character, or one that replaces another (U+FFFD); take it out`;
  if (line && !LINES.has(property) && breaksLine(value)) return `${property} is one line: take out its line breaks and tabs`;
  return undefined;
}

function rulesOf(type: object): readonly Rule[] {
  const rules = known.get(type) ?? readRules(type);
  known.set(type, rules);
  return rules;
}

/** From what the DTO's own validators say of lengths; every checked property is there, since it may hold a record of its own. */
function readRules(type: object): Rule[] {
  const rules = new Map<string, Rule>();
  // The storage takes the class as a function; that is what a constructor is.
  for (const { propertyName, name, constraints } of getMetadataStorage().getTargetValidationMetadatas(
    type as () => void,
    '',
    false,
    false,
  )) {
    const [one, other] = (constraints ?? []) as [unknown?, unknown?];
    const rule = rules.get(propertyName) ?? { property: propertyName, required: false, line: LINES.has(propertyName) };
    rule.required ||= name === 'isNotEmpty' || ((name === 'isLength' || name === 'minLength') && Number(one) >= 1);
    rule.line ||= (name === 'isLength' && Number(other) <= LONGEST_LINE) || (name === 'maxLength' && Number(one) <= LONGEST_LINE);
    rules.set(propertyName, rule);
  }
  return [...rules.values()];
}

function isDto(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.constructor !== Object;
}
