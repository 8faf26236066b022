/** What words need to say how many: the number as the API states it, exact or "50+", and one to choose the plural by. */
export function counted(total: number | string): { count: number; total: string } {
  const least = typeof total === 'number' ? total : Number.parseInt(total, 10) + 1;
  return { count: least, total: String(total) };
}

interface CountedPage {
  data: readonly unknown[];
  total: number | string;
}

/** How many rows the pages that were read hold, and of how many, exact or at least. The last page read knows best. */
export function listCount(pages: readonly CountedPage[]): { shown: number; total: string } {
  const shown = pages.reduce((sum, { data }) => sum + data.length, 0);
  const total = pages.at(-1)?.total ?? 0;
  // Whoever read on past "50+" knows of more.
  return { shown, total: typeof total === 'number' || Number.parseInt(total, 10) >= shown ? String(total) : `${shown}+` };
}
