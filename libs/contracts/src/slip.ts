/** For as long as a booking or a move can be taken back on the screen, nobody is told of it. Milliseconds. */
export const UNDO_WINDOW_MS = 3 * 60_000;
