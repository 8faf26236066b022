import { CURRENCIES, type Currency } from '@keel/contracts';
import { IsIn, IsInt, Max, Min } from 'class-validator';

/** Whole cents of a currency: `{ "amount": 12050, "currency": "CAD" }` is 120.50 dollars. */
export class MoneyDto {
  /** Cents, 0 to 100,000,000. */
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  amount!: number;

  @IsIn(CURRENCIES)
  currency!: Currency;
}
