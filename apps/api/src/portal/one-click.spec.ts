import fc from 'fast-check';
import { fieldsOf } from './one-click.js';

const part = (name: string, value: string, more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

describe('a form in parts', () => {
  it('says what a mailbox’s provider posts', () => {
    expect(fieldsOf(`${part('List-Unsubscribe', 'One-Click')}--b--\r\n`)).toEqual({ 'List-Unsubscribe': 'One-Click' });
    expect(fieldsOf(`${part('a', 'b', '\r\nContent-Type: text/plain')}${part('List-Unsubscribe', 'One-Click')}--b--`)).toEqual({
      ...{ a: 'b', 'List-Unsubscribe': 'One-Click' },
    });
    expect(fieldsOf('--b\ncontent-disposition: form-data; name=List-Unsubscribe\n\nOne-Click\n--b--')).toEqual({
      'List-Unsubscribe': 'One-Click',
    });
  });

  it.each(['', '--b--', 'List-Unsubscribe=One-Click', '--b\n\nOne-Click\n--b--', 'content-disposition: name=a'])(
    'says nothing where there is no part (%#)',
    (body) => expect(fieldsOf(body)).toEqual({}),
  );

  it('gives back the parts that it is made of', () => {
    const name = fc.stringMatching(/^[\w-]{1,40}$/).filter((one) => one !== '__proto__');
    const value = fc.stringMatching(/^[ -~]{0,30}$/).filter((one) => !one.startsWith('--'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, value), { selector: ([one]) => one }), (fields) => {
        const body = `${fields.map(([one, said]) => part(one, said)).join('')}--b--`;
        expect(fieldsOf(body)).toEqual(Object.fromEntries(fields));
      }),
    );
  });
});
