import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What this file asks of HarfBuzz's subsetter, by its C names. Pointers are numbers; strings and bytes lie in its memory. */
interface Subsetter {
  memory: { buffer: ArrayBuffer };
  _initialize(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_keep_everything(input: number): void;
  hb_subset_input_pin_axis_location(input: number, face: number, tag: number, value: number): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** The engine has it; the types of Node do not. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(code: Uint8Array): Promise<{ instance: { exports: Subsetter } }> };
};

const WRITABLE = 2;
const WEIGHT_AXIS = 0x77_67_68_74; // "wght"

let subsetter: Promise<Subsetter> | undefined;

/** A font of all weights, as the font of one: what a PDF can carry. */
export async function pinWeight(font: Uint8Array, weight: number): Promise<Uint8Array> {
  const hb = await (subsetter ??= load());
  const data = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, data);
  const blob = hb.hb_blob_create(data, font.length, WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_keep_everything(input);
  hb.hb_subset_input_pin_axis_location(input, face, WEIGHT_AXIS, weight);
  const pinned = hb.hb_subset_or_fail(face, input);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  if (pinned === 0) throw new Error('A font of the installation cannot be read: install the packages again');
  const result = hb.hb_face_reference_blob(pinned);
  const from = hb.hb_blob_get_data(result, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(from, from + hb.hb_blob_get_length(result));
  hb.hb_blob_destroy(result);
  hb.hb_face_destroy(pinned);
  hb.free(data);
  return bytes;
}

async function load(): Promise<Subsetter> {
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file));
  instance.exports._initialize();
  return instance.exports;
}
