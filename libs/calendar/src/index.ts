export * from './availability.js';
export * from './civil-date.js';
export * from './format.js';
export * from './intervals.js';
export * from './rfc3339.js';
export * from './self-test.js';
export * from './wall-time.js';
export * from './working-hours.js';
export { addZoneData, isTimeZone, type PackedZones, UnknownZoneError, ZONE_DATA_VERSION } from './zone-data.js';
