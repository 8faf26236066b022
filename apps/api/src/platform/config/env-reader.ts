import { readFileSync } from 'node:fs';

/** Every fault of the environment at once, so that nobody mends them one restart at a time. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Keel cannot start with this environment:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads typed values and collects what is wrong with them instead of stopping at the first. */
export class EnvReader {
  private readonly faults: string[] = [];
  private readonly files: Record<string, string> = {};

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  fault(name: string, what: string): void {
    this.faults.push(`${name} ${what}`);
  }

  throwIfFaulty(): void {
    if (this.faults.length > 0) throw new ConfigError(this.faults);
  }

  /** The variable itself, or what stands in the file that `<name>_FILE` leads to: secrets of containers are files. */
  optional(name: string): string | undefined {
    const value = this.env[name]?.trim() || undefined;
    const file = this.env[`${name}_FILE`]?.trim();
    if (!file) return value;
    if (value !== undefined) this.fault(name, `is set twice: take away ${name} or ${name}_FILE`);
    this.files[name] ??= this.contents(name, file);
    return this.files[name] || undefined;
  }

  private contents(name: string, file: string): string {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      this.fault(`${name}_FILE`, `cannot be read: there is no file ${file}, or this user may not read it`);
      return '';
    }
  }

  text(name: string, fallback?: string): string {
    const value = this.optional(name) ?? fallback;
    if (value === undefined) this.fault(name, 'is not set');
    return value ?? '';
  }

  oneOf<const T extends readonly string[]>(name: string, allowed: T, fallback: T[number]): T[number] {
    const value = this.optional(name) ?? fallback;
    if (allowed.includes(value)) return value;
    this.fault(name, `is "${value}"; it may be ${allowed.join(', ')}`);
    return fallback;
  }

  integer(name: string, fallback: number, min: number, max: number): number {
    const text = this.optional(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    this.fault(name, `is "${text}"; it must be a whole number from ${min} to ${max}`);
    return fallback;
  }

  url(name: string, protocols: readonly string[], fallback?: string): string {
    const value = this.text(name, fallback);
    if (value === '') return '';
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    // The value itself may hold a password, so it is not repeated.
    this.fault(name, `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`);
    return '';
  }

  optionalUrl(name: string, protocols: readonly string[]): string | undefined {
    return this.optional(name) === undefined ? undefined : this.url(name, protocols);
  }

  key(name: string, bytes: number): Buffer {
    const text = this.text(name);
    const key = Buffer.from(text, 'base64');
    if (text !== '' && key.length !== bytes) this.fault(name, `must be ${bytes} random bytes in base64`);
    return key;
  }

  secret(name: string, minLength: number): string {
    const text = this.text(name);
    if (text !== '' && text.length < minLength) this.fault(name, `must be at least ${minLength} characters long`);
    return text;
  }
}
