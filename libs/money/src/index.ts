export * from './cents.js';
export * from './invoice-limit.js';
export * from './invoice-state.js';
export * from './ledger.js';
export * from './tax.js';
export * from './tax-names.js';
