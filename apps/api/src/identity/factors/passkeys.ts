import { Injectable } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isIP } from 'node:net';
import { Config, ownOrigins, Problem } from '../../platform/index.js';

/** Its three hundred files are read at the first use: who starts after a death shall answer soon. */
const webauthn = () => import('@simplewebauthn/server');

export interface KnownPasskey {
  credentialId: string;
  publicKey: Buffer;
  signCount: number;
  transports: string[];
}

/** What a passkey keeps of whose it is, and may send along with its answers. */
const handleOf = (person: string): Buffer => Buffer.from(person);

/** What a browser answered, as it came: the library looks at every field of it. */
export type PasskeyAnswer = Record<string, unknown>;

export class PasskeysNeedANameError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'PASSKEYS_NEED_A_NAME',
      title: 'Passkeys belong to a name, and this installation is reached by a number',
      detail: 'Open Keel by its name, such as localhost or clinic.example, and set PUBLIC_URL to it; or use an authenticator app.',
    });
  }
}

/** Passkeys (WebAuthn level 3), bound to the host of PUBLIC_URL. Each use asks for a finger, a face or a PIN as well. */
@Injectable()
export class Passkeys {
  constructor(private readonly config: Config) {}

  /** False where Keel is reached by a number: browsers bind no passkey to one. */
  get possible(): boolean {
    return isIP(this.host.replace(/^\[|\]$/g, '')) === 0;
  }

  /** @throws PasskeysNeedANameError */
  async toMake(
    person: { id: string; email: string; name: string },
    known: KnownPasskey[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    if (!this.possible) throw new PasskeysNeedANameError();
    const { generateRegistrationOptions } = await webauthn();
    return generateRegistrationOptions({
      rpName: 'Keel',
      rpID: this.host,
      userID: new Uint8Array(handleOf(person.id)),
      userName: person.email,
      userDisplayName: person.name,
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
  }

  /** The passkey that was made in answer to this challenge, or undefined. */
  async made(answer: PasskeyAnswer, challenge: string): Promise<KnownPasskey | undefined> {
    const response = answer as unknown as RegistrationResponseJSON;
    const expected = { expectedChallenge: challenge, expectedOrigin: this.origins, expectedRPID: this.host };
    const { verifyRegistrationResponse } = await webauthn();
    const result = await verifyRegistrationResponse({ response, ...expected, requireUserVerification: true }).catch(() => undefined);
    if (!result?.verified) return undefined;
    const { id, publicKey, counter, transports } = result.registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey), signCount: counter, transports: transports ?? [] };
  }

  async toUse(known: KnownPasskey[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webauthn();
    return generateAuthenticationOptions({
      rpID: this.host,
      allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      userVerification: 'required',
    });
  }

  /** False where the answer names another person than the one who is asked; authenticators need not name any. */
  isFrom(person: string, { response }: PasskeyAnswer): boolean {
    const handle: unknown = typeof response === 'object' && response !== null ? Reflect.get(response, 'userHandle') : undefined;
    // Some send an empty one where they keep none.
    return handle === undefined || handle === null || handle === '' || handle === handleOf(person).toString('base64url');
  }

  /** The passkey's new count of uses where it signed this challenge, or undefined. */
  async used(answer: PasskeyAnswer, challenge: string, passkey: KnownPasskey): Promise<number | undefined> {
    const response = answer as unknown as AuthenticationResponseJSON;
    const { credentialId: id, publicKey, signCount: counter } = passkey;
    const { verifyAuthenticationResponse } = await webauthn();
    const result = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origins,
      expectedRPID: this.host,
      credential: { id, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    }).catch(() => undefined);
    return result?.verified ? result.authenticationInfo.newCounter : undefined;
  }

  private get host(): string {
    return new URL(this.config.publicUrl).hostname;
  }

  private get origins(): string[] {
    return [...ownOrigins(this.config)];
  }
}
