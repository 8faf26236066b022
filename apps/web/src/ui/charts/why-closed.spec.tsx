import { screen } from '@testing-library/react';
import { ApiProblem } from '../../data/client/problem.js';
import { draw } from '../../testing.js';
import { WhyClosed } from './why-closed.js';

const viewer = { clinic: { timeZone: 'America/Toronto' } };
const refusal = (finding?: object) => new ApiProblem(403, 'CHART_CLOSED', 'r', undefined, finding ? { finding } : {});
const found = { openedAt: '2026-11-20T15:00:00Z', reviewedAt: '2026-11-23T15:00:00Z', reviewerName: 'Olive Owner' };

describe('a chart that is closed', () => {
  it('says that there is no appointment', async () => {
    await draw(<WhyClosed refusal={refusal()} />, viewer);
    expect(screen.getByText(/You have no appointment with this patient/)).toBeTruthy();
  });

  it.each([
    ['override', /You opened it on .*20.*Olive Owner looked at that on .*23/],
    ['own_booking', /On .*20.* you booked an appointment for yourself.*Olive Owner looked at that on .*23/],
    ['grant', /You were let in on .*20.*Olive Owner looked at that on .*23/],
  ])('by a review says of what and by whom, and whom to speak with (%s)', async (kind, words) => {
    await draw(<WhyClosed refusal={refusal({ ...found, kind })} />, viewer);
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/ask an owner with the chart right/)).toBeTruthy();
    expect(screen.queryByText(/You have no appointment with this patient/)).toBeNull();
  });
});
