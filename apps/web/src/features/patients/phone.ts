interface NotedPhone {
  phone: string | null;
  phoneExtension?: string | null;
  phoneRemark?: string | null;
}

/** The number, its extension and what was noted beside it, as one types them: 514 555-0123 x 45, work. */
export function notedPhone({ phone, phoneExtension, phoneRemark }: NotedPhone): string {
  if (!phone) return '';
  return [readablePhone(phone) + (phoneExtension ? `\u00a0x\u00a0${phoneExtension}` : ''), phoneRemark].filter(Boolean).join(', ');
}

/** A number as people here read it: +14165550123 is 416 555-0123; one of another country keeps its code. */
export function readablePhone(e164: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164) ?? [];
  // The spaces do not break, so that a number stays in one piece.
  return area ? `${area}\u00a0${exchange}-${line}` : e164;
}
