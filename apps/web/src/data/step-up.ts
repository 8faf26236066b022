import { answered, api } from './client/api.js';
import type { Proof } from '../ui/sign-in/factor-form.js';

/** Shows the API once more who sits at this session. */
export async function stepUp(proof: Proof): Promise<void> {
  await answered(api.POST('/api/v1/session/step-up', { body: proof }));
}

/** For the browser's passkeys. */
export async function stepUpPasskeyOptions(): Promise<object | undefined> {
  return (await answered(api.POST('/api/v1/session/step-up/options'))).passkeyOptions;
}
