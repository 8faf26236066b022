import type { BodyChart, BodyView, ChartPoint } from './body-chart.js';
import type { BodyRegion } from './body-regions.js';

type Side = 'left' | 'right';
/** What a region of the body has no name for: parts of hands and feet. */
type Part = 'big_toe' | 'second_toe' | 'third_toe' | 'fourth_toe' | 'little_toe' | 'ball_of_foot' | 'arch' | 'heel';
type HandPart = 'thumb' | 'index_finger' | 'middle_finger' | 'ring_finger' | 'little_finger' | 'back_of_hand' | 'palm';
export type Place = BodyRegion | `${Part | HandPart}.${Side}`;
type Paired<P = Place> = P extends `${infer Name}.left` ? Name : never;

type Mark = readonly [place: Place, x: number, y: number];
/** One of the two that the body has of it. */
type HalfMark = readonly [place: Paired, x: number, y: number];

// Where on each view what is, in thousandths, so that a drawing can be said in words. A name with a side is `name.left`;
// names that a `body_region` answer knows are the same ones.

const DOWN_THE_MIDDLE: Readonly<Record<'front' | 'back', readonly Mark[]>> = {
  front: [
    ['head', 500, 42],
    ['face', 500, 96],
    ['neck', 500, 168],
    ['chest', 500, 250],
    ['chest', 560, 262],
    ['chest', 440, 262],
    ['abdomen', 500, 372],
    ['abdomen', 560, 380],
    ['abdomen', 440, 380],
    ['pelvis', 500, 455],
  ],
  back: [
    ['head', 500, 70],
    ['neck', 500, 160],
    ['thoracic_spine', 500, 230],
    ['thoracic_spine', 500, 300],
    ['lumbar_spine', 500, 385],
    ['sacrum', 500, 445],
  ],
};

/** Of the right half of the picture; the other half mirrors them. */
const BESIDE: Readonly<Record<'front' | 'back', readonly HalfMark[]>> = {
  front: [
    ['jaw', 538, 130],
    ['shoulder', 628, 232],
    ['upper_arm', 656, 312],
    ['elbow', 682, 392],
    ['forearm', 703, 455],
    ['wrist', 722, 513],
    ['hand', 736, 562],
    ['hip', 596, 462],
    ['thigh', 566, 585],
    ['knee', 566, 694],
    ['lower_leg', 565, 800],
    ['ankle', 556, 910],
    ['foot', 564, 948],
    ['toes', 570, 974],
  ],
  back: [
    ['shoulder', 610, 232],
    ['upper_arm', 656, 312],
    ['elbow', 682, 392],
    ['forearm', 703, 455],
    ['wrist', 722, 513],
    ['hand', 736, 562],
    ['hip', 606, 448],
    ['buttock', 552, 482],
    ['thigh', 566, 600],
    ['knee', 566, 700],
    ['lower_leg', 565, 790],
    ['ankle', 556, 905],
    ['foot', 566, 962],
  ],
};

/** The left side, looking left. */
const SIDEWAYS: readonly Mark[] = [
  ['head', 510, 50],
  ['face', 446, 92],
  ['jaw.left', 462, 142],
  ['neck', 508, 168],
  ['shoulder.left', 504, 228],
  ['chest', 446, 280],
  ['thoracic_spine', 566, 275],
  ['upper_arm.left', 502, 312],
  ['elbow.left', 502, 392],
  ['abdomen', 452, 400],
  ['lumbar_spine', 552, 392],
  ['forearm.left', 502, 452],
  ['wrist.left', 500, 512],
  ['hand.left', 498, 560],
  ['hip.left', 540, 450],
  ['buttock.left', 572, 488],
  ['thigh.left', 500, 630],
  ['knee.left', 495, 695],
  ['lower_leg.left', 506, 795],
  ['ankle.left', 498, 912],
  ['foot.left', 476, 955],
  ['toes.left', 416, 966],
];

const TOES: readonly HalfMark[] = [
  ['big_toe', 646, 175],
  ['second_toe', 733, 190],
  ['third_toe', 796, 220],
  ['fourth_toe', 848, 262],
  ['little_toe', 888, 320],
];
const FOOT_TOP: readonly HalfMark[] = [...TOES, ['foot', 700, 420], ['foot', 780, 520], ['ankle', 730, 820]];
const FOOT_SOLE: readonly HalfMark[] = [
  ...TOES,
  ['ball_of_foot', 660, 350],
  ['ball_of_foot', 790, 400],
  ['arch', 740, 620],
  ['heel', 725, 830],
];
const FINGERS: readonly HalfMark[] = [
  ['thumb', 590, 590],
  ['index_finger', 672, 340],
  ['middle_finger', 742, 290],
  ['ring_finger', 822, 330],
  ['little_finger', 900, 390],
];
const HAND_BACK: readonly HalfMark[] = [...FINGERS, ['back_of_hand', 770, 640], ['wrist', 758, 890]];
const HAND_PALM: readonly HalfMark[] = [...FINGERS, ['palm', 770, 640], ['wrist', 758, 890]];

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** Marks of a half as both sides of the picture; `side` is the patient's side in its right half. */
const bothSides = (marks: readonly HalfMark[], side: Side): Mark[] =>
  marks.flatMap(([place, x, y]): Mark[] => [
    [`${place}.${side}`, x, y],
    [`${place}.${other(side)}`, 1000 - x, y],
  ]);

const MARKS: Readonly<Record<BodyView, readonly Mark[]>> = {
  front: [...DOWN_THE_MIDDLE.front, ...bothSides(BESIDE.front, 'left')],
  back: [...DOWN_THE_MIDDLE.back, ...bothSides(BESIDE.back, 'right')],
  left: SIDEWAYS,
  right: SIDEWAYS.map(([place, x, y]) => [place.replace('.left', '.right') as Place, 1000 - x, y]),
  feet_top: bothSides(FOOT_TOP, 'right'),
  feet_sole: bothSides(FOOT_SOLE, 'left'),
  hands_back: bothSides(HAND_BACK, 'right'),
  hands_palm: bothSides(HAND_PALM, 'left'),
};

/** What is there: the name of the nearest place. */
export function placeAt(view: BodyView, [x, y]: ChartPoint): Place {
  const far = ([, mx, my]: Mark) => Math.hypot(mx - x * 1000, my - y * 1000);
  const nearest = MARKS[view].reduce((best, mark) => (far(mark) < far(best) ? mark : best));
  return nearest[0];
}

/** Every name that a place may have. */
export const PLACES: readonly Place[] = [...new Set(Object.values(MARKS).flatMap((marks) => marks.map(([place]) => place)))];

/** Where something was drawn on a view, each place once, in the order it was drawn. */
export function drawnPlaces({ strokes }: BodyChart, view: BodyView): Place[] {
  const points = strokes.filter((stroke) => stroke.view === view).flatMap((stroke) => stroke.points);
  return [...new Set(points.map((point) => placeAt(view, point)))];
}
