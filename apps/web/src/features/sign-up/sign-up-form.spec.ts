import { emptySignUp, filledIn, signUpFaults, toNewClinic } from './sign-up-form.js';

const values = { ...emptySignUp('en'), name: 'Maple Physio', slug: 'maple-physio', region: 'ON', timeZone: 'America/Toronto' };
const whole = { ...values, firstName: ' Ann ', lastName: 'Roy', email: ' ann@maple.example', password: 'ten letters' };

describe('the sign-up form', () => {
  it('follows the name with the address until somebody writes another', () => {
    const named = filledIn(emptySignUp('en'), { name: 'Maple' });
    expect(named.slug).toBe('maple');
    const chosen = filledIn(named, { slug: 'our-clinic' });
    expect(filledIn(chosen, { name: 'Maple Two' }).slug).toBe('our-clinic');
  });

  it('follows the province with the time zone, and the country with the currency', () => {
    const there = filledIn(values, { region: 'BC' });
    expect(there.timeZone).toBe('America/Vancouver');
    const other = filledIn(there, { country: 'US' });
    expect(other).toMatchObject({ region: '', timeZone: '', currency: 'USD' });
    expect(filledIn(filledIn(there, { timeZone: 'America/Creston' }), { name: 'X' }).timeZone).toBe('America/Creston');
  });

  it('tells every fault at once, and none of a whole form', () => {
    expect(Object.keys(signUpFaults(emptySignUp('en'))).sort()).toEqual(
      ['email', 'firstName', 'lastName', 'name', 'password', 'region', 'slug', 'timeZone'].sort(),
    );
    expect(signUpFaults(whole)).toEqual({});
    expect(signUpFaults({ ...whole, password: 'nine char' })).toEqual({ password: 'passwordFault' });
  });

  it('sends names without blanks around them, and the password as it is', () => {
    expect(toNewClinic({ ...whole, password: ' with blanks ' }).owner).toEqual({
      firstName: 'Ann',
      lastName: 'Roy',
      email: 'ann@maple.example',
      password: ' with blanks ',
    });
  });
});
