import { screen } from '@testing-library/react';
import { draw } from '../testing.js';
import { ListEnd } from './list-end.js';

const list = (pages: { data: unknown[]; total: number | string }[], hasNextPage = false, fetchNextPage = () => undefined as unknown) => ({
  data: { pages },
  hasNextPage,
  isFetchingNextPage: false,
  fetchNextPage,
});

describe('the end of a list', () => {
  it('says that more follow and fetches them', async () => {
    let asked = 0;
    const hands = await draw(<ListEnd list={list([{ data: [1, 2], total: '50+' }], true, () => asked++)} />);
    expect(screen.getByRole('status').textContent).toBe('2 of 50+');
    await hands.click(screen.getByRole('button', { name: 'Show more' }));
    expect(asked).toBe(1);
  });

  it('leads on by the words of its list', async () => {
    await draw(<ListEnd list={list([{ data: [1, 2], total: '50+' }], true)} more="Show earlier" />);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Show earlier']);
  });

  it('says how many there are where all are here, and nothing of an empty list', async () => {
    await draw(
      <>
        <ListEnd
          list={list([
            { data: [1, 2], total: '2+' },
            { data: [3], total: 3 },
          ])}
        />
        <ListEnd list={list([{ data: [], total: 0 }])} />
      </>,
    );
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual(['3 in all']);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
