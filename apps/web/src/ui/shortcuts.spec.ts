import { matches } from './shortcuts.js';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  target: null,
  ...held,
});

describe('shortcuts', () => {
  it('go by the letter, whatever the keyboard', () => {
    expect(matches('n', press('n'))).toBe(true);
    expect(matches('n', press('b'))).toBe(false);
    expect(matches('n', press('n', { altKey: true }))).toBe(false);
    expect(matches('n', press('n', { ctrlKey: true }))).toBe(false);
  });

  it('know Control, which is Command on a Mac', () => {
    expect(matches('Ctrl+k', press('k', { ctrlKey: true }))).toBe(true);
    expect(matches('Ctrl+k', press('k', { metaKey: true }))).toBe(true);
    expect(matches('Ctrl+k', press('k'))).toBe(false);
  });

  it('leave Ctrl Z to fields, and with Shift to nobody', () => {
    expect(matches('Ctrl+z', press('z', { ctrlKey: true }))).toBe(true);
    expect(matches('Ctrl+z', press('z', { metaKey: true }))).toBe(true);
    expect(matches('Ctrl+z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matches('Ctrl+z', press('z'))).toBe(false);
  });

  it('mind Shift with letters and not with signs', () => {
    expect(matches('Shift+P', press('P', { shiftKey: true }))).toBe(true);
    expect(matches('Shift+P', press('p'))).toBe(false);
    expect(matches('p', press('P', { shiftKey: true }))).toBe(false);
    expect(matches('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matches('?', press('?'))).toBe(true);
  });
});
