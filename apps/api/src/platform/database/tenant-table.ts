/**
 * SQL that puts a table under its clinic's policy and grants it to the runtime role. Policies are enabled, not forced:
 * FORCE would blind the doors, which run as the owner.
 */
export function tenantTable(table: string, options: { grants?: string } = {}): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY clinic ON ${table} USING (clinic_id = current_clinic()) WITH CHECK (clinic_id = current_clinic());
    GRANT ${options.grants ?? 'SELECT, INSERT, UPDATE, DELETE'} ON ${table} TO keel_app;`;
}

/** SQL that makes a function a door: callable by the runtime role alone, deaf to a hostile search path. */
export function definerFunction(signature: string): string {
  return `
    REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${signature} TO keel_app;`;
}

/**
 * SQL that publishes what floors above may read in their own SQL: the asker's rights and the clinic's policy hold, and the
 * tables behind it stay their module's own (sql-walls.spec.ts). A view that is there takes more columns at its end.
 */
export function publishedView(name: string, select: string): string {
  return `
    CREATE OR REPLACE VIEW ${name} WITH (security_invoker = true) AS ${select};
    GRANT SELECT ON ${name} TO keel_app;`;
}

/**
 * SQL that gives a table a column for what something is called in other languages than by its name, null where there is none: a JSON
 * record by language, in which nothing is empty or longer than the name may be.
 */
export function namesIn(table: string, column: string, { languages, longest }: { languages: readonly string[]; longest: number }): string {
  const list = languages.map((language) => `'${language}'`).join(', ');
  const fits = (language: string) =>
    `(NOT ${column} ? '${language}' OR jsonb_typeof(${column} -> '${language}') = 'string'
      AND char_length(${column} ->> '${language}') BETWEEN 1 AND ${longest})`;
  return `
    ALTER TABLE ${table} ADD COLUMN ${column} jsonb CONSTRAINT ${table}_${column}_by_language CHECK (
      CASE WHEN jsonb_typeof(${column}) = 'object'
      THEN ${column} <> '{}' AND ${column} - ARRAY[${list}] = '{}' AND ${languages.map(fits).join(' AND ')}
      ELSE ${column} IS NULL END);`;
}
