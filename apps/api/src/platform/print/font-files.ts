import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import decompress from 'woff2-encoder/decompress';
import { Face } from './face.js';
import { pinWeight } from './pin-weight.js';

const require = createRequire(import.meta.url);

export type Weight = 400 | 700;

/** A Noto family (OFL), cut into files by what is written with them. */
export interface Family {
  name: string;
  /** By each sign that its pieces should have. */
  pieces: ReadonlyMap<number, Piece>;
  /** Its files hold all weights, of which a document can carry one. */
  variable: boolean;
}

export interface Piece {
  file: (weight: Weight) => string;
}

/** Latin with all its marks, Greek, Cyrillic, Devanagari: what nearly every paper needs. */
const SANS: Readonly<Record<Weight, string>> = {
  400: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  700: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};

const SCRIPTS = ['arabic', 'hebrew', 'canadian-aboriginal', 'gurmukhi', 'tamil'] as const;
const HAN = ['sc', 'tc', 'jp', 'kr'] as const;

/** These letters are in Noto Sans itself. */
const IN_SANS = new Set(['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese']);

const families = new Map<string, Family>();

export function baseFace(weight: Weight): Promise<Face> {
  return opened(SANS[weight], undefined);
}

export function scriptFamilies(): Family[] {
  return SCRIPTS.map((script) =>
    family(script, `@fontsource/noto-sans-${script}`, false, (piece, weight) => `noto-sans-${script}-${piece}-${weight}-normal.woff2`),
  );
}

export function hanFamily(region: (typeof HAN)[number]): Family {
  return family(region, `@fontsource-variable/noto-sans-${region}`, true, (piece) => `noto-sans-${region}-${piece}-wght-normal.woff2`);
}

/** The piece of a family that should have a letter, if there is one. What it really has, only the opened font knows. */
export function pieceOf(family: Family, code: number): Piece | undefined {
  return family.pieces.get(code);
}

export function openPiece({ variable }: Family, piece: Piece, weight: Weight): Promise<Face> {
  return opened(piece.file(weight), variable ? weight : undefined);
}

function family(name: string, folder: string, variable: boolean, file: (piece: string, weight: Weight) => string): Family {
  const known = families.get(name);
  if (known) return known;
  const ranges = require(`${folder}/unicode.json`) as Record<string, string>;
  const pieces = new Map<number, Piece>();
  for (const [name, list] of Object.entries(ranges)) {
    if (IN_SANS.has(name)) continue;
    const part = name.replaceAll(/[[\]]/g, '');
    const piece: Piece = { file: (weight) => `${folder}/files/${file(part, weight)}` };
    for (const [from, to] of list.split(',').map(range))
      for (let code = from; code <= to; code++) if (!pieces.has(code)) pieces.set(code, piece);
  }
  const made = { name, pieces, variable };
  families.set(name, made);
  return made;
}

/** `U+4e00-4e8f` or `U+4e00`. */
function range(text: string): [number, number] {
  const [from = '', to = from] = text.replace(/^u\+/i, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

/** Enough for some pages of Chinese names; a file is opened in about 15 ms and takes about 1 MB. */
const OPEN_FILES = 40;
const open = new Map<string, Promise<Face>>();

/** The font files that were used last stay open, for every document of the process. */
function opened(file: string, weight: Weight | undefined): Promise<Face> {
  const name = weight ? `${file}#${weight}` : file;
  const face = open.get(name) ?? read(name, file, weight);
  open.delete(name);
  open.set(name, face);
  const [oldest] = open.keys();
  if (open.size > OPEN_FILES && oldest) open.delete(oldest);
  // A file that could not be read now may be there the next time.
  face.catch(() => open.delete(name));
  return face;
}

async function read(name: string, file: string, weight: Weight | undefined): Promise<Face> {
  const packed = await readFile(require.resolve(file));
  const font = file.endsWith('.woff2') ? await decompress(packed) : packed;
  return new Face(name, weight ? await pinWeight(font, weight) : font);
}
