import { act, renderHook, waitFor } from '@testing-library/react';
import { ApiProblem, UnreachableError } from '../data/client/problem.js';
import { useAsked, useChange } from './asked.js';

const refusal = (status = 409) => new ApiProblem(status, 'REFUSED', undefined, undefined);

describe('what a page asks when it opens', () => {
  it('is asked once more where no answer came, and is told then', async () => {
    let times = 0;
    const ask = () => (++times === 1 ? Promise.reject(new UnreachableError()) : Promise.resolve('here'));
    const { result } = renderHook(() => useAsked(ask));
    expect([result.current.data, result.current.error]).toEqual([undefined, undefined]);
    await waitFor(() => expect(result.current.data).toBe('here'), { timeout: 3000 });
    expect(times).toBe(2);
  });

  it('is not asked again where it was refused, but by a press; until the answer nothing is told', async () => {
    const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    let times = 0;
    const { result } = renderHook(() => useAsked(() => answers[times++]!.promise));
    await act(async () => answers[0]!.reject(refusal()));
    expect([times, result.current.error]).toMatchObject([1, { status: 409 }]);
    act(() => void result.current.again());
    expect(result.current.error).toBeUndefined();
    await act(async () => answers[1]!.resolve('here'));
    expect([result.current.data, result.current.error]).toEqual(['here', undefined]);
  });

  it('keeps what it knows while it asks anew and where that fails, and heeds no answer that is older than what it knows', async () => {
    const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    let times = 0;
    const { result } = renderHook(() => useAsked(() => answers[times++]!.promise));
    await act(async () => answers[0]!.resolve('first'));
    act(() => void result.current.again());
    expect(result.current.data).toBe('first');
    act(() => result.current.know('done'));
    await act(async () => answers[1]!.resolve('old'));
    expect(result.current.data).toBe('done');
    act(() => void result.current.again());
    await act(async () => answers[2]!.reject(refusal(410)));
    expect(result.current).toMatchObject({ data: 'done', error: { status: 410 } });
  });
});

describe('a change', () => {
  it('is under way until it is done, and its answer is what is known then', async () => {
    const answer = Promise.withResolvers<string>();
    const known: string[] = [];
    const { result } = renderHook(() => useChange(() => answer.promise, { done: (it) => known.push(it), refused: () => undefined }));
    act(() => void result.current.start('confirm'));
    expect([result.current.isUnderWay, result.current.change?.asks]).toEqual([true, 'confirm']);
    await act(async () => answer.resolve('confirmed'));
    expect([result.current.isUnderWay, result.current.change?.state, known]).toEqual([false, 'done', ['confirmed']]);
  });

  it('tells a refusal once what follows from it has been read, and forgets it at the next try', async () => {
    const read = Promise.withResolvers<void>();
    const { result } = renderHook(() => useChange(() => Promise.reject(refusal()), { done: () => undefined, refused: () => read.promise }));
    await act(async () => void result.current.start('cancel'));
    expect([result.current.isUnderWay, result.current.change?.error]).toEqual([true, undefined]);
    await act(async () => read.resolve());
    expect(result.current.change).toMatchObject({ asks: 'cancel', state: 'refused', error: { status: 409 } });
    act(() => void result.current.start('confirm'));
    expect(result.current.change).toEqual({ asks: 'confirm', state: 'under way' });
    await act(async () => undefined);
  });
});
