import { answered, api } from './client/api.js';
import type { Answer } from './client/problem.js';
import type { Entry } from './session.js';

/** An address that has an account already may be guarded by a second factor. */
export const acceptInvitation = (token: string, password: string): Promise<Entry> =>
  answered(api.POST('/api/v1/invitations/{token}/accept', { params: { path: { token } }, body: { password } }));

/** The answer is the same whether or not the address is known. */
export const askPasswordReset = (email: string) => answered(api.POST('/api/v1/password-resets', { body: { email } }));

export const completePasswordReset = (token: string, password: string) =>
  answered(api.POST('/api/v1/password-resets/{token}/complete', { params: { path: { token } }, body: { password } }));

export type AddressConfirmation = Answer<'ConfirmAddressDto'>;

export const confirmAddress = (token: string, body: AddressConfirmation) =>
  answered(api.POST('/api/v1/address-proof/{token}/confirm', { params: { path: { token } }, body }));
