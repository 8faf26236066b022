/** How much one request may ask to be looked at, whatever its bytes: checking grows faster than what is checked. */
export interface ShapeLimits {
  /** Values in all: records, lists and what they hold. */
  values: number;
  /** Fields of one record. */
  fields: number;
  /** Entries of one list. */
  entries: number;
  /** Records and lists inside one another. */
  depth: number;
}

/**
 * The largest that is asked for is a note with two drawings of 10,000 points each (BODY_CHART_LIMITS): 66,000 values, 2,000
 * points in a list. No record has half as many fields.
 */
export const BODY_SHAPE: ShapeLimits = { values: 80_000, fields: 100, entries: 2_000, depth: 32 };
export const QUERY_SHAPE: ShapeLimits = { values: 200, fields: 40, entries: 100, depth: 2 };

export interface ShapeFault {
  /** JSON pointer to where it was found. */
  pointer: string;
  detail: string;
}

/**
 * The first way in which parsed JSON is more than the limits allow, or undefined. Looks at no more values than those, and
 * never deeper: it may be asked about anything.
 */
export function shapeFault(value: unknown, limits: ShapeLimits): ShapeFault | undefined {
  const path: (string | number)[] = [];
  let values = 0;
  const fault = (detail: string): ShapeFault => ({ pointer: path.map(step).join(''), detail });

  function look(value: unknown): ShapeFault | undefined {
    if (++values > limits.values) return fault(`Here begins value ${values}; a request may hold ${limits.values}. Send it in parts.`);
    if (typeof value === 'string' && !value.isWellFormed()) {
      return fault('This text holds half a character (a surrogate without its pair), which cannot be stored. Take it out.');
    }
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
    if (path.length >= limits.depth) return fault(`This is nested more than ${limits.depth} levels deep, which nothing here asks for.`);
    return Array.isArray(value) ? lookAtList(value) : lookAtRecord(value);
  }

  function lookAtList(list: readonly unknown[]): ShapeFault | undefined {
    if (list.length > limits.entries) return fault(`This list has ${list.length} entries; it may have ${limits.entries}.`);
    return lookAtEach(list.entries());
  }

  function lookAtRecord(record: object): ShapeFault | undefined {
    const fields = Object.entries(record);
    if (fields.length > limits.fields) return fault(`This has ${fields.length} fields; it may have ${limits.fields}.`);
    return lookAtEach(fields);
  }

  function lookAtEach(members: Iterable<[string | number, unknown]>): ShapeFault | undefined {
    for (const [name, member] of members) {
      path.push(name);
      const found = look(member);
      if (found) return found;
      path.pop();
    }
    return undefined;
  }

  return look(value);
}

/** One reference token of a JSON pointer (RFC 6901), no longer than what a person reads. */
function step(name: string | number): string {
  return `/${String(name).slice(0, 60).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
