import { DefaultNamingStrategy } from 'typeorm';

/** `timeVersion` is `time_version` in the database; classes name their table in `@Entity`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
