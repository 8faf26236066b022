import { USUAL_FAULTS, type FaultsOf } from '../shell/faults.ts';

export const SMS_FAULTS = {
  sms: [
    ...USUAL_FAULTS,
    'undeliverable', // accepts an SMS, then reports it as undelivered
  ],
} as const;
export type SmsFaults = FaultsOf<typeof SMS_FAULTS>;
