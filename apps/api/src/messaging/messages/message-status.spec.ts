import { MESSAGE_STATUSES, type MessageStatus } from '@keel/contracts';
import fc from 'fast-check';
import { afterReport, type Report, twilioReport } from './message-status.js';

const apply = (start: MessageStatus, reports: Report[]) => reports.reduce((status, report) => afterReport(status, report) ?? status, start);

describe('reports of a provider', () => {
  it('end the same in whatever order and however often they come', () => {
    const reports = fc.array(fc.constantFrom<Report>('sent', 'delivered', 'failed'), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.constantFrom<MessageStatus>('queued', 'unknown', 'sent'),
        reports,
        fc.infiniteStream(fc.nat()),
        (start, list, order) => {
          const keys = list.map(() => order.next().value ?? 0);
          const shuffled = list.map((report, index) => ({ report, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key);
          const repeated = shuffled.flatMap(({ report }) => [report, report]);
          expect(apply(start, repeated)).toBe(apply(start, list));
        },
      ),
    );
  });

  it('never take back a delivery', () => {
    for (const report of ['sent', 'failed', 'delivered'] as const) expect(afterReport('delivered', report)).toBeUndefined();
    expect(afterReport('failed', 'sent')).toBeUndefined();
    expect(afterReport('failed', 'delivered')).toBe('delivered');
  });

  it('say nothing about a message that was never handed over', () => {
    for (const status of MESSAGE_STATUSES.filter((name) => !['queued', 'unknown', 'sent', 'failed', 'delivered'].includes(name))) {
      expect(afterReport(status, 'delivered')).toBeUndefined();
    }
  });

  it("are read in Twilio's words, unknown ones left alone", () => {
    expect(twilioReport('undelivered')).toBe('failed');
    expect(twilioReport('DELIVERED')).toBe('delivered');
    expect(twilioReport('received')).toBeUndefined();
  });
});
