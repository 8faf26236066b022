import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiProperty, getSchemaPath } from '@nestjs/swagger';

const TOTAL = { oneOf: [{ type: 'integer' }, { type: 'string', pattern: '^[0-9]+\\+$' }] };

/** Describes how many there are: a number, or the least such as "50+". */
export const ApiTotal = (): PropertyDecorator => ApiProperty({ ...TOTAL });

/** Describes `{ data, nextCursor, total }` of these rows; the answer's generic type is lost on the way to the description. */
export function ApiPage(row: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(row),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['data', 'nextCursor', 'total'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(row) } },
          nextCursor: {
            type: ['string', 'null'] as unknown as 'string',
            description: 'Send it as `cursor` for the next page; null on the last.',
          },
          total: { ...TOTAL, description: 'How many there are on all pages, or the least that there are, such as "50+".' },
        },
      },
    }),
  );
}
