import { ApiProblem, UnreachableError } from '../../data/client/problem.js';
import { faultsOf, methodsIn } from './pay-fields.js';
import { keepUnanswered, paymentKey } from '../../data/unanswered.js';

describe('ways to pay', () => {
  it('are those of the country: no Interac transfer in the United States', () => {
    expect(methodsIn('CA')).toContain('e_transfer');
    expect(methodsIn('US')).toEqual(['cash', 'cheque', 'terminal', 'other']);
  });
});

describe('what was typed for a payment', () => {
  it('must be an amount up to what is open, and a way it was paid', () => {
    const fields = (amount: string) => ({ amount, method: 'cash' as const, reference: '' });
    expect(faultsOf(fields('60,00'), 6000, 'en')).toEqual({});
    expect(faultsOf(fields('60.01'), 6000, 'en')).toEqual({ amount: 'tooMuch' });
    expect(faultsOf(fields('0'), 6000, 'en')).toEqual({ amount: 'nothing' });
    expect(faultsOf({ ...fields('sixty'), method: undefined }, 6000, 'en')).toEqual({ amount: 'noAmount', method: 'noMethod' });
  });
});

describe('the key of a payment', () => {
  const problem = (status: number, code: string) => new ApiProblem(status, code, undefined, undefined);

  it.each([
    ['a lost answer', new UnreachableError()],
    ['a fault of the server', problem(500, 'INTERNAL')],
    ['a first try that is still under way', problem(409, 'IDEMPOTENCY_KEY_IN_USE')],
  ])('is kept for the next opening after %s', (_what, error) => {
    const invoice = crypto.randomUUID();
    const key = paymentKey(invoice);
    keepUnanswered(invoice, key, error);
    expect(paymentKey(invoice)).toBe(key);
    keepUnanswered(invoice, key, null);
    expect(paymentKey(invoice)).not.toBe(key);
  });

  it('is a new one after an answer, be it a refusal', () => {
    const invoice = crypto.randomUUID();
    const key = paymentKey(invoice);
    keepUnanswered(invoice, key, problem(409, 'OVERPAYMENT'));
    expect(paymentKey(invoice)).not.toBe(key);
  });
});
