import type { GridColumn, PlacedAppointment } from '../columns.js';

export type Way = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** The card that an arrow leads to: in its column by time, in the next column that has any the one nearest in time. */
export function neighbourOf(columns: readonly Pick<GridColumn, 'cards'>[], id: string, way: Way): PlacedAppointment | undefined {
  const at = columns.findIndex(({ cards }) => cards.some(({ appointment }) => appointment.id === id));
  const cards = inOrder(columns[at]?.cards ?? []);
  const index = cards.findIndex(({ appointment }) => appointment.id === id);
  const here = cards[index];
  if (!here) return undefined;
  switch (way) {
    case 'up':
      return cards[index - 1];
    case 'down':
      return cards[index + 1];
    case 'first':
      return cards[0];
    case 'last':
      return cards.at(-1);
    case 'left':
      return nearest(columns.slice(0, at).findLast(hasCards)?.cards ?? [], here.start);
    case 'right':
      return nearest(columns.slice(at + 1).find(hasCards)?.cards ?? [], here.start);
  }
}

const hasCards = ({ cards }: Pick<GridColumn, 'cards'>) => cards.length > 0;

/** By start, side by side from the left. */
function inOrder(cards: readonly PlacedAppointment[]): PlacedAppointment[] {
  return cards.toSorted((a, b) => a.start - b.start || a.lane - b.lane);
}

function nearest(cards: readonly PlacedAppointment[], start: number): PlacedAppointment | undefined {
  return inOrder(cards).reduce<PlacedAppointment | undefined>(
    (best, card) => (best && Math.abs(best.start - start) <= Math.abs(card.start - start) ? best : card),
    undefined,
  );
}
