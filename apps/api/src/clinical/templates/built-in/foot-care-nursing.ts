import {
  askedAfter,
  askedAnew,
  bodyChart,
  bodyRegion,
  checkbox,
  choice,
  CONSENT,
  longText,
  multiChoice,
  number,
  scale,
  soapSection,
  text,
} from './words.js';

const PULSE = {
  strong: ['Strong', 'Fort'],
  weak: ['Weak', 'Faible'],
  doppler: ['By Doppler only', 'Au Doppler seulement'],
  absent: ['Absent', 'Absent'],
} as const;

const NAILS = {
  normal: ['Normal', 'Normaux'],
  thickened: ['Thickened', 'Épaissis'],
  fungal: ['Looks fungal', 'Aspect mycosique'],
  ingrown: ['Ingrown', 'Incarnés'],
  involuted: ['Involuted', 'Involutés'],
  discoloured: ['Discoloured', 'Décolorés'],
} as const;

const SKIN = {
  intact: ['Intact', 'Intacte'],
  dry: ['Dry or fissured', 'Sèche ou fissurée'],
  callus: ['Callus', 'Callosités'],
  corn: ['Corn', 'Cors'],
  maceration: ['Maceration between toes', 'Macération entre les orteils'],
  wart: ['Wart', 'Verrue'],
  wound: ['Wound or ulcer', 'Plaie ou ulcère'],
  oedema: ['Oedema', 'Œdème'],
} as const;

export const FOOT_CARE_NURSING = [
  soapSection(
    'subjective',
    CONSENT,
    text('chief_complaint', ['Foot concern', 'Préoccupation liée aux pieds']),
    choice('diabetes', ['Diabetes', 'Diabète'], {
      none: ['None', 'Aucun'],
      type_1: ['Type 1', 'Type 1'],
      type_2: ['Type 2', 'Type 2'],
      other: ['Other', 'Autre'],
    }),
    number('hba1c', ['Last HbA1c', 'Dernière HbA1c'], { min: 3, max: 20, unit: '%' }),
    multiChoice('risks', ['Risk factors', 'Facteurs de risque'], {
      anticoagulant: ['Anticoagulant', 'Anticoagulant'],
      neuropathy: ['Known neuropathy', 'Neuropathie connue'],
      previous_ulcer: ['Earlier ulcer', 'Ulcère antérieur'],
      amputation: ['Amputation', 'Amputation'],
      immunosuppressed: ['Immunosuppressed', 'Immunosuppression'],
      smoker: ['Smoker', 'Tabagisme'],
      cannot_reach: ['Cannot reach feet', 'Ne peut atteindre ses pieds'],
    }),
    scale('pain', ['Foot pain (0–10)', 'Douleur aux pieds (0–10)']),
    text('footwear', ['Footwear and orthotics', 'Chaussures et orthèses']),
  ),
  soapSection(
    'objective',
    choice('pedal_pulse_left', ['Dorsalis pedis pulse, left', 'Pouls pédieux gauche'], PULSE),
    choice('pedal_pulse_right', ['Dorsalis pedis pulse, right', 'Pouls pédieux droit'], PULSE),
    number('capillary_refill_left', ['Capillary refill, left', 'Remplissage capillaire gauche'], { min: 0, max: 20, unit: 's' }),
    number('capillary_refill_right', ['Capillary refill, right', 'Remplissage capillaire droit'], { min: 0, max: 20, unit: 's' }),
    number('monofilament_left', ['Monofilament 10 g, sites felt of 10, left', 'Monofilament 10 g, sites perçus sur 10, gauche'], {
      min: 0,
      max: 10,
    }),
    number('monofilament_right', ['Monofilament 10 g, sites felt of 10, right', 'Monofilament 10 g, sites perçus sur 10, droit'], {
      min: 0,
      max: 10,
    }),
    multiChoice('nails_left', ['Nails, left', 'Ongles, gauche'], NAILS),
    multiChoice('nails_right', ['Nails, right', 'Ongles, droit'], NAILS),
    multiChoice('skin_left', ['Skin, left', 'Peau, gauche'], SKIN),
    multiChoice('skin_right', ['Skin, right', 'Peau, droit'], SKIN),
    multiChoice('deformities', ['Deformities', 'Déformations'], {
      hallux_valgus: ['Hallux valgus', 'Hallux valgus'],
      hammer_toes: ['Hammer toes', 'Orteils en marteau'],
      charcot: ['Charcot foot', 'Pied de Charcot'],
      flat: ['Flat foot', 'Pied plat'],
      cavus: ['High arch', 'Pied creux'],
    }),
    bodyRegion('lesions', ['Where the lesions are', 'Siège des lésions']),
  ),
  soapSection(
    'assessment',
    choice('risk_category', ['Risk of ulceration (IWGDF)', 'Risque d’ulcération (IWGDF)'], {
      '0': ['0 — very low', '0 — très faible'],
      '1': ['1 — low', '1 — faible'],
      '2': ['2 — moderate', '2 — modéré'],
      '3': ['3 — high', '3 — élevé'],
    }),
  ),
  soapSection(
    'plan',
    multiChoice('care_given', ['Care given', 'Soins donnés'], {
      nails_trimmed: ['Nails trimmed and filed', 'Ongles taillés et limés'],
      nails_thinned: ['Nails thinned', 'Ongles amincis'],
      callus_pared: ['Callus pared', 'Callosités réduites'],
      corn_enucleated: ['Corn removed', 'Cor énucléé'],
      moisturised: ['Moisturised', 'Hydratation'],
      padding: ['Padding or offloading', 'Coussinets ou mise en décharge'],
      dressing: ['Dressing', 'Pansement'],
    }),
    checkbox('sterile_instruments', ['Sterile instruments used', 'Instruments stériles utilisés']),
    text('sterilisation_batch', ['Sterilisation batch', 'Lot de stérilisation']),
    longText('teaching', ['Teaching: daily checks, footwear, when to call', 'Enseignement : examen quotidien, chaussures, quand appeler']),
    text('referral', ['Referral', 'Orientation']),
    number('return_weeks', ['Return in', 'Revenir dans'], { min: 0, max: 52, unit: 'weeks' }),
  ),
];

/** With a drawing beside the named places. */
export const FOOT_CARE_NURSING_2 = askedAfter(
  FOOT_CARE_NURSING,
  'lesions',
  bodyChart('foot_chart', ['Foot chart', 'Schéma des pieds'], ['feet_top', 'feet_sole']),
);

/** With the weeks in the question, since a unit is a symbol that every language shares. */
export const FOOT_CARE_NURSING_3 = askedAnew(
  FOOT_CARE_NURSING_2,
  number('return_weeks', ['Return in how many weeks', 'Revenir dans combien de semaines'], { min: 0, max: 52 }),
);
