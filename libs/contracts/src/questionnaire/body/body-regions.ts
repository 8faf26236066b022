const MIDLINE = ['head', 'face', 'neck', 'thoracic_spine', 'lumbar_spine', 'sacrum', 'chest', 'abdomen', 'pelvis'] as const;
const PAIRED = [
  'jaw',
  'shoulder',
  'upper_arm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'hip',
  'buttock',
  'thigh',
  'knee',
  'lower_leg',
  'ankle',
  'foot',
  'toes',
] as const;

/** A place of the body, e.g. `neck`, `shoulder.left`. */
export type BodyRegion = (typeof MIDLINE)[number] | `${(typeof PAIRED)[number]}.${'left' | 'right'}`;

/** Places of the body that a `body_region` answer may name. */
export const BODY_REGIONS: readonly BodyRegion[] = [
  ...MIDLINE,
  ...PAIRED.flatMap((part): BodyRegion[] => [`${part}.left`, `${part}.right`]),
];
