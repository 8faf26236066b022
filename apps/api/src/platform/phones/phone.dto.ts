import { LONGEST_PHONE } from '@keel/contracts';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength, registerDecorator } from 'class-validator';
import { readPhone } from './phone-number.js';

/** An emptied field of a form means "none". */
const emptied = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() || null : value);

/** A phone as it is sent, of a patient, an emergency contact, a clinic or a location alike. */
export class PhoneFields {
  /**
   * Any usual way of writing a number; without a country code it is one of Canada or the US. An extension and a remark typed
   * with it (`514 555 0123 x 45, work`) are kept, unless the next two say otherwise.
   */
  @IsOptional() @Transform(emptied) @IsPhone() phone?: string | null;
  @IsOptional() @Transform(emptied) @IsString() @Matches(/^\d{1,7}$/, { message: 'phoneExtension is up to seven digits' }) phoneExtension?:
    | string
    | null;
  /** What is noted beside the number; without one, what was written there before and cannot be read as a number. */
  @IsOptional() @Transform(emptied) @IsString() @MaxLength(100) phoneRemark?: string | null;
}

function IsPhone() {
  const validate = (value: unknown) => typeof value === 'string' && value.length <= LONGEST_PHONE && readPhone(value) !== undefined;
  const message = (name: string) =>
    `${name} is a number that can be dialled, such as 416 555 0199, 514 555 0123 x 45 or +33 6 12 34 56 78: check its area code and digits`;
  return (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'isPhone',
      target: target.constructor,
      propertyName,
      validator: { validate, defaultMessage: () => message(propertyName) },
    });
}
