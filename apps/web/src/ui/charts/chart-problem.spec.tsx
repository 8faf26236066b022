import { screen } from '@testing-library/react';
import { ApiProblem } from '../../data/client/problem.js';
import { draw } from '../../testing.js';
import { ChartProblem } from './chart-problem.js';

// A field that grows asks the fonts, which a document without a screen has not.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

const viewer = { clinic: { timeZone: 'America/Toronto' } };
const closed = new ApiProblem(403, 'CHART_CLOSED', undefined, undefined, { patientId: '0198a000-0000-7000-8000-000000000001' });

it('is the door where the chart is closed, wherever it was met', async () => {
  await draw(<ChartProblem error={closed} />, viewer);
  expect(screen.getByRole('heading', { name: /closed to you/ })).toBeTruthy();
  expect(screen.getByRole('textbox', { name: /Why you need it/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Open the chart' })).toBeTruthy();
});

it.each([new ApiProblem(403, 'NOTE_CONFIDENTIAL', undefined, undefined), undefined])('is no door where it is %p', async (error) => {
  await draw(<ChartProblem error={error} />, viewer);
  expect(screen.queryByRole('textbox')).toBeNull();
});
