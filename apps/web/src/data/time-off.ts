import type { CivilDate } from '@keel/calendar';
import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Asked, everyPage } from './client/api.js';
import type { Answer } from './client/problem.js';

export type TimeOff = Answer<'TimeOffDto'>;

/** The most that the API gives in one page. */
const PAGE = 200;
const list = (query: Asked<'/api/v1/time-off'>) =>
  everyPage((at) => answered(api.GET('/api/v1/time-off', { params: { query: { limit: PAGE, ...query, ...at } } })));

/** Everybody's time off that touches these days, `to` exclusive. */
export const timeOffQuery = (from: CivilDate, to: CivilDate) =>
  queryOptions({ queryKey: ['time-off', { from, to }], queryFn: () => list({ from, to }) });

/** Time off of a practitioner that is not over yet. */
export const timeOffAheadQuery = (practitionerId: string, from: CivilDate) =>
  queryOptions({ queryKey: ['time-off', { practitionerId, from }], queryFn: () => list({ practitionerId, from }) });
