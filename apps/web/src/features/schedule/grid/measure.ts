import type { Measure } from './card-text.js';

const SIZE = 12.5;
/** As grid.module.css draws a card's words. */
const FONTS = { bold: `650 ${SIZE}px`, plain: `400 ${SIZE}px` };

let ruler: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** How wide the browser draws a word; a pixel more, since it may round. */
export const measureText: Measure = (text, bold) => {
  const key = bold ? `!${text}` : text;
  let width = widths.get(key);
  if (width === undefined) {
    ruler ??= document.createElement('canvas').getContext('2d');
    if (ruler) ruler.font = `${bold ? FONTS.bold : FONTS.plain} ${getComputedStyle(document.body).fontFamily}`;
    width = (ruler?.measureText(text).width ?? text.length * SIZE * 0.6) + (text === ' ' ? 0 : 0.5);
    widths.set(key, width);
  }
  return width;
};
