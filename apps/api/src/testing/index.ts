// What the browser tests and the demo clinic's tests use of the fixtures of the API's own tests.
export { Agent } from './agent.js';
export { type TestApp, testApp, testEnv } from './app.js';
export { codeAt, codeNow } from './authenticators.js';
export { aNote, answer, aSignedNote, type TestNote } from './clinical.fixture.js';
export { linkTo } from './links.fixture.js';
export { CLINIC_NUMBER, dueNow, inDays, type Providers, providers, until } from './messaging.fixture.js';
export { aPatient } from './patients.fixture.js';
export {
  aDiary,
  anAppointment,
  aPractitioner,
  aService,
  at,
  comingDay,
  type Diary,
  type TestAppointment,
  workingHours,
} from './scheduling.fixture.js';
export { cookieOf, member, type Session, session, type SessionOptions } from './session.js';
export { loginOf, workOf } from './work-items.fixture.js';
