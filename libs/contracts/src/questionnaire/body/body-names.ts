import type { Language } from '../../locales.js';
import type { BodyView, ChartMarker, MarkerKind } from './body-chart.js';
import { type Place, placeAt } from './places.js';

type Sided = Extract<Place, `${string}.left`> extends `${infer Name}.left` ? Name : never;
interface BodyNames {
  view: Record<BodyView, string>;
  place: Record<Exclude<Place, `${string}.${string}`>, string> & Record<Sided, Record<'left' | 'right', string>>;
  marker: Record<MarkerKind, string>;
}

const BODY_NAMES = {
  en: {
    view: {
      front: 'Front',
      back: 'Back',
      left: 'Left side',
      right: 'Right side',
      feet_top: 'Feet from above',
      feet_sole: 'Soles of the feet',
      hands_back: 'Backs of the hands',
      hands_palm: 'Palms of the hands',
    },
    place: {
      head: 'Head',
      face: 'Face',
      neck: 'Neck',
      thoracic_spine: 'Thoracic spine',
      lumbar_spine: 'Lumbar spine',
      sacrum: 'Sacrum',
      chest: 'Chest',
      abdomen: 'Abdomen',
      pelvis: 'Pelvis',
      jaw: { left: 'Left jaw', right: 'Right jaw' },
      shoulder: { left: 'Left shoulder', right: 'Right shoulder' },
      upper_arm: { left: 'Left upper arm', right: 'Right upper arm' },
      elbow: { left: 'Left elbow', right: 'Right elbow' },
      forearm: { left: 'Left forearm', right: 'Right forearm' },
      wrist: { left: 'Left wrist', right: 'Right wrist' },
      hand: { left: 'Left hand', right: 'Right hand' },
      hip: { left: 'Left hip', right: 'Right hip' },
      buttock: { left: 'Left buttock', right: 'Right buttock' },
      thigh: { left: 'Left thigh', right: 'Right thigh' },
      knee: { left: 'Left knee', right: 'Right knee' },
      lower_leg: { left: 'Left lower leg', right: 'Right lower leg' },
      ankle: { left: 'Left ankle', right: 'Right ankle' },
      foot: { left: 'Left foot', right: 'Right foot' },
      big_toe: { left: 'Left big toe', right: 'Right big toe' },
      second_toe: { left: 'Left second toe', right: 'Right second toe' },
      third_toe: { left: 'Left third toe', right: 'Right third toe' },
      fourth_toe: { left: 'Left fourth toe', right: 'Right fourth toe' },
      little_toe: { left: 'Left little toe', right: 'Right little toe' },
      heel: { left: 'Left heel', right: 'Right heel' },
      thumb: { left: 'Left thumb', right: 'Right thumb' },
      index_finger: { left: 'Left index finger', right: 'Right index finger' },
      middle_finger: { left: 'Left middle finger', right: 'Right middle finger' },
      ring_finger: { left: 'Left ring finger', right: 'Right ring finger' },
      little_finger: { left: 'Left little finger', right: 'Right little finger' },
      palm: { left: 'Left palm', right: 'Right palm' },
      toes: { left: 'Left toes', right: 'Right toes' },
      ball_of_foot: { left: 'Ball of the left foot', right: 'Ball of the right foot' },
      arch: { left: 'Arch of the left foot', right: 'Arch of the right foot' },
      back_of_hand: { left: 'Back of the left hand', right: 'Back of the right hand' },
    },
    marker: {
      pain: 'Pain',
      numbness: 'Numbness',
      tingling: 'Tingling',
      tightness: 'Tightness',
      tenderness: 'Tenderness',
      weakness: 'Weakness',
      swelling: 'Swelling',
      bruise: 'Bruise',
      scar: 'Scar',
      lesion: 'Lesion',
      callus: 'Callus or corn',
      other: 'Other',
    },
  },
  fr: {
    view: {
      front: 'Face',
      back: 'Dos',
      left: 'Côté gauche',
      right: 'Côté droit',
      feet_top: 'Dessus des pieds',
      feet_sole: 'Plante des pieds',
      hands_back: 'Dos des mains',
      hands_palm: 'Paume des mains',
    },
    place: {
      head: 'Tête',
      face: 'Visage',
      neck: 'Cou',
      thoracic_spine: 'Colonne dorsale',
      lumbar_spine: 'Colonne lombaire',
      sacrum: 'Sacrum',
      chest: 'Thorax',
      abdomen: 'Abdomen',
      pelvis: 'Bassin',
      jaw: { left: 'Mâchoire gauche', right: 'Mâchoire droite' },
      shoulder: { left: 'Épaule gauche', right: 'Épaule droite' },
      upper_arm: { left: 'Bras gauche', right: 'Bras droit' },
      elbow: { left: 'Coude gauche', right: 'Coude droit' },
      forearm: { left: 'Avant-bras gauche', right: 'Avant-bras droit' },
      wrist: { left: 'Poignet gauche', right: 'Poignet droit' },
      hand: { left: 'Main gauche', right: 'Main droite' },
      hip: { left: 'Hanche gauche', right: 'Hanche droite' },
      buttock: { left: 'Fesse gauche', right: 'Fesse droite' },
      thigh: { left: 'Cuisse gauche', right: 'Cuisse droite' },
      knee: { left: 'Genou gauche', right: 'Genou droit' },
      lower_leg: { left: 'Jambe gauche', right: 'Jambe droite' },
      ankle: { left: 'Cheville gauche', right: 'Cheville droite' },
      foot: { left: 'Pied gauche', right: 'Pied droit' },
      big_toe: { left: 'Gros orteil gauche', right: 'Gros orteil droit' },
      second_toe: { left: 'Deuxième orteil gauche', right: 'Deuxième orteil droit' },
      third_toe: { left: 'Troisième orteil gauche', right: 'Troisième orteil droit' },
      fourth_toe: { left: 'Quatrième orteil gauche', right: 'Quatrième orteil droit' },
      little_toe: { left: 'Petit orteil gauche', right: 'Petit orteil droit' },
      heel: { left: 'Talon gauche', right: 'Talon droit' },
      thumb: { left: 'Pouce gauche', right: 'Pouce droit' },
      index_finger: { left: 'Index gauche', right: 'Index droit' },
      middle_finger: { left: 'Majeur gauche', right: 'Majeur droit' },
      ring_finger: { left: 'Annulaire gauche', right: 'Annulaire droit' },
      little_finger: { left: 'Auriculaire gauche', right: 'Auriculaire droit' },
      palm: { left: 'Paume gauche', right: 'Paume droite' },
      toes: { left: 'Orteils gauches', right: 'Orteils droits' },
      ball_of_foot: { left: 'Avant-pied gauche', right: 'Avant-pied droit' },
      arch: { left: 'Voûte plantaire gauche', right: 'Voûte plantaire droite' },
      back_of_hand: { left: 'Dos de la main gauche', right: 'Dos de la main droite' },
    },
    marker: {
      pain: 'Douleur',
      numbness: 'Engourdissement',
      tingling: 'Picotements',
      tightness: 'Raideur',
      tenderness: 'Sensibilité',
      weakness: 'Faiblesse',
      swelling: 'Enflure',
      bruise: 'Ecchymose',
      scar: 'Cicatrice',
      lesion: 'Lésion',
      callus: 'Callosité ou cor',
      other: 'Autre',
    },
  },
} as const satisfies Record<Language, BodyNames>;

type Name = string | Readonly<Record<string, string>>;

/** What the parts of the body, its views and the markers on it are called in a language. */
export function bodyNames(language: Language) {
  const names = BODY_NAMES[language];
  const view = (view: BodyView): string => names.view[view];
  const place = (place: Place): string => {
    const [part = '', side = ''] = place.split('.');
    const name = (names.place as Readonly<Record<string, Name>>)[part];
    return (typeof name === 'object' ? name[side] : name) ?? place;
  };
  return {
    view,
    marker: (kind: MarkerKind): string => names.marker[kind],
    /** `neck`, `shoulder.left`: Neck, Left shoulder. */
    place,
    /** Where a marker is: Front: Left knee. */
    where: (marker: Pick<ChartMarker, 'view' | 'x' | 'y'>): string =>
      `${view(marker.view)}${language === 'fr' ? '\u00a0: ' : ': '}${place(placeAt(marker.view, [marker.x, marker.y]))}`,
  };
}
