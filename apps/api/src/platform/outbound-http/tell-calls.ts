import { Logger } from '@nestjs/common';
import type { Metrics } from '../observe/metrics.js';
import type { OutboundEnd } from './outbound-http.js';

const logger = new Logger('Outbound');

/** A line and a measurement for each call that leaves. */
export function tellCalls(metrics: Metrics): (end: OutboundEnd) => void {
  return ({ host, known, status, ms }) => {
    // A figure for every host that anybody ever typed would be figures without end.
    metrics.calledOut(known ? host : 'other', status, ms / 1000);
    if (status === 'refused') logger.warn({ host, ms }, 'A call to an address that none may go to was refused');
    else logger.log({ host, status, ms }, 'called');
  };
}
