/** What tells people and services apart on the schedule, by name, in the order in which they are given out. */
export const CALENDAR_COLOURS = {
  green: '#0b7a63',
  blue: '#2f6fb2',
  plum: '#a0528a',
  ochre: '#b27a1d',
  violet: '#5b55c4',
  teal: '#1d7f94',
  brick: '#b04a3d',
  olive: '#5f7d2a',
  brown: '#7a5a3c',
  slate: '#4b5563',
} as const;
export type CalendarColour = keyof typeof CALENDAR_COLOURS;
