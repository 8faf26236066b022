// GSM 03.38: the characters of one unit, and those that take an escape and so two (3GPP TS 23.038, table 6.2.1).
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_ESCAPED = '\f^{}\\[~]|€';

/** How many SMS a body is billed as: 160 or 153 units in GSM-7, 70 or 67 UTF-16 units where one character is outside it. */
export function segments(body: string): number {
  const characters = [...body];
  const gsm = characters.every((character) => GSM.includes(character) || GSM_ESCAPED.includes(character));
  if (!gsm) return body.length <= 70 ? 1 : Math.ceil(body.length / 67);
  const units = characters.reduce((sum, character) => sum + (GSM_ESCAPED.includes(character) ? 2 : 1), 0);
  return units <= 160 ? 1 : Math.ceil(units / 153);
}
