import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSecrets } from './secrets.ts';
import { SettingsError } from './settings-error.ts';
import { workshop } from './testing/workshop.ts';

const shop = workshop();
afterAll(() => shop.remove());
const folder = () => mkdtempSync(join(shop.path, 'data-'));
const file = (dataDir: string) => join(dataDir, 'secrets.json');

it('are made once, and found again', () => {
  const dataDir = folder();
  const made = loadSecrets(dataDir);
  expect(Buffer.from(made.masterKey, 'base64')).toHaveLength(32);
  expect(loadSecrets(dataDir)).toEqual(made);
});

it('are nobody else’s on this machine, also where a copy was put back that anybody might read', () => {
  const dataDir = folder();
  const made = loadSecrets(dataDir);
  expect(statSync(file(dataDir)).mode & 0o777).toBe(0o600);
  chmodSync(file(dataDir), 0o644);
  expect(loadSecrets(dataDir)).toEqual(made);
  expect(statSync(file(dataDir)).mode & 0o777).toBe(0o600);
});

it.each([['postgres'], ['sandbox']])('are never made anew beside data that is there already (%s)', (name) => {
  const dataDir = folder();
  mkdirSync(join(dataDir, name));
  expect(() => loadSecrets(dataDir)).toThrow(SettingsError);
  expect(() => loadSecrets(dataDir)).toThrow(/secrets.json is missing. Put back the copy/);
});

it('are refused where the file is cut off at any place, and the file stays as it is', () => {
  const dataDir = folder();
  loadSecrets(dataDir);
  const text = readFileSync(file(dataDir), 'utf8');
  for (let length = 0; length < text.length; length += 7) {
    writeFileSync(file(dataDir), text.slice(0, length));
    expect(() => loadSecrets(dataDir)).toThrow(/is not whole/);
    expect(readFileSync(file(dataDir), 'utf8')).toBe(text.slice(0, length));
  }
});

it('are refused by name where one of them is missing or empty', () => {
  const dataDir = folder();
  const made = loadSecrets(dataDir);
  writeFileSync(file(dataDir), JSON.stringify({ ...made, masterKey: '', appPassword: undefined }));
  expect(() => loadSecrets(dataDir)).toThrow(/it lacks masterKey, appPassword/);
});
