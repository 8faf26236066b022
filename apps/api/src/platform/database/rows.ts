import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import type { TxCtx } from '../context/ctx.js';
import type { ClinicEntity } from './clinic-entity.js';
import { prepared, sent } from './prepared.js';

/*
 * The two statements of a busy row, planned once per connection: TypeORM's own finder and update build their text each time and
 * have it planned each time, which costs more than running it where a row is looked at thousands of times a minute.
 */

type Entity<T> = new () => T;

/** The row, locked until the transaction ends. */
export async function lockedRow<T extends ClinicEntity>(ctx: TxCtx, entity: Entity<T>, id: string): Promise<T | undefined> {
  const { tableName, columns } = metadataOf(ctx, entity);
  const list = columns.map(({ databaseName, propertyName }) => `${databaseName} AS "${propertyName}"`).join(', ');
  const [row] = await prepared<T>(ctx, `SELECT ${list} FROM ${tableName} WHERE clinic_id = $1 AND id = $2 FOR UPDATE`, [ctx.clinicId, id]);
  return row;
}

/** Changes a row that is held already, so that nobody waits for the answer: a refusal ends the transaction before it commits. */
export function changeRow<T extends ClinicEntity>(ctx: TxCtx, entity: Entity<T>, id: string, fields: Partial<T>): void {
  const { tableName, columns } = metadataOf(ctx, entity);
  const changed = columns.filter(({ propertyName }) => (fields as ObjectLiteral)[propertyName] !== undefined);
  const list = changed.map(({ databaseName }, at) => `${databaseName} = $${at + 3}`).join(', ');
  const values = changed.map(({ propertyName }) => (fields as ObjectLiteral)[propertyName] as unknown);
  sent(ctx, `UPDATE ${tableName} SET ${list} WHERE clinic_id = $1 AND id = $2`, [ctx.clinicId, id, ...values]);
}

function metadataOf<T>(ctx: TxCtx, entity: Entity<T>): EntityMetadata {
  return ctx.tx.connection.getMetadata(entity);
}
