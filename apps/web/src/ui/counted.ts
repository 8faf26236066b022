/** What words need to say how many: the number as the API states it, exact or "50+", and one to choose the plural by. */
export function counted(total: number | string): { count: number; total: string } {
  const least = typeof total === 'number' ? total : Number.parseInt(total, 10) + 1;
  return { count: least, total: String(total) };
}
