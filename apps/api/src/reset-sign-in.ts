import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { SignInResets } from './identity/index.js';
import { Config } from './platform/index.js';

/**
 * Resets the sign-in of somebody who has lost their second factors, as whoever runs this installation. The mail with the link leaves
 * from the Keel that runs beside.
 *
 * @param env what the API of this installation is started with
 * @returns false where nobody has the address
 */
export async function resetSignIn(env: NodeJS.ProcessEnv, address: string): Promise<boolean> {
  const config = new Config({ ...env, KEEL_ROLE: 'api' });
  const app = await NestFactory.createApplicationContext(AppModule.register(config), { abortOnError: false, logger: ['error'] });
  try {
    return await app.get(SignInResets, { strict: false }).byOperator(address);
  } finally {
    await app.close();
  }
}
