import { inWords } from './listener-name.js';

it('reads a listener’s name as words', () => {
  expect(inWords('scheduleRemindersWhenVisitHasItsTime')).toBe('Schedule reminders when visit has its time');
  expect(inWords('MessagingListeners.dropRemindersWhenVisitIsOff')).toBe('Drop reminders when visit is off');
});
