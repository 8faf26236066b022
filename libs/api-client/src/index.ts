import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type { paths } from './schema.js';

/** The bodies of the API by name, such as `Schemas['PatientDto']`. */
export type Schemas = components['schemas'];

/** A client whose paths, bodies and answers are checked by the compiler. Give it the API's address; a browser sends its cookie. */
export function keelClient(options: ClientOptions = {}): Client<paths> {
  return createClient<paths>({ credentials: 'same-origin', ...options });
}
