export * from './appointment-states.js';
export * from './body-chart.js';
export * from './clinical.js';
export * from './enums.js';
export * from './event-readers.js';
export * from './events.js';
export * from './permissions.js';
export * from './types.js';
