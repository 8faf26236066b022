import { NO_FILTER, toQuery } from './audit.js';

describe('the filter of the audit', () => {
  it('asks for nothing that is not chosen', () => expect(toQuery(NO_FILTER, 'America/Toronto')).toEqual({}));

  it('takes days as the clinic’s clock has them, both included', () => {
    // Manitoba stays five hours behind UTC all year since October 2026.
    expect(toQuery({ ...NO_FILTER, from: '2026-12-01', to: '2026-12-02', what: 'note' }, 'America/Winnipeg')).toEqual({
      what: 'note',
      from: '2026-12-01T05:00:00.000Z',
      to: '2026-12-03T05:00:00.000Z',
    });
  });
});
