import type { DefinitionPart } from './definition-part.js';
import { RangeFields, rangeOf } from './range-fields.js';

export const scaleDefinition: DefinitionPart<'scale'> = { Fields: RangeFields, about: rangeOf };
