import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import { IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { withSmallId, writeIdsSmall } from './small-ids.js';

class Line {
  @IsUUID() id?: string;
  @IsString() text?: string;
}
class Draft {
  @IsOptional() @IsUUID() patientId?: string | null;
  @IsUUID(undefined, { each: true }) services?: string[];
  @ValidateNested({ each: true }) @Type(() => Line) lines?: Line[];
  @ValidateNested() @Type(() => Line) first?: Line;
}

const ID = '0199A8B0-0000-7000-8000-0000000000FF';
const SMALL = ID.toLowerCase();

describe('ids', () => {
  it('are in small letters wherever a DTO holds them, and nothing else is', () => {
    const draft = plainToInstance(Draft, { patientId: ID, services: [ID], lines: [{ id: ID, text: ID }], first: { id: ID, text: 'A' } });
    writeIdsSmall(draft);
    expect(draft).toEqual({ patientId: SMALL, services: [SMALL], lines: [{ id: SMALL, text: ID }], first: { id: SMALL, text: 'A' } });
  });

  it('are left out where they were', () => {
    const draft = plainToInstance(Draft, { patientId: null });
    writeIdsSmall(draft);
    expect(Object.entries(draft)).toEqual([['patientId', null]]);
  });

  it('are let be in what is no DTO', () => {
    const form: Record<string, unknown> = Object.assign(Object.create(null) as object, { id: ID, constructor: 'x' });
    for (const one of [form, { id: ID, constructor: null }, null, undefined, ID, [form]]) expect(() => writeIdsSmall(one)).not.toThrow();
    expect(form['id']).toBe(ID);
  });

  it('are so in addresses, where a token stays as it is', () => {
    expect([ID, 'AbCdEfGh0123', undefined].map(withSmallId)).toEqual([SMALL, 'AbCdEfGh0123', undefined]);
  });
});
