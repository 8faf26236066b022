import { type Course, told } from './words.js';

const diabetic: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    chief_complaint: 'Diabetic foot care',
    diabetes: 'type_2',
    hba1c: Math.max(6.9, 7.6 - n * 0.1),
    risks: ['neuropathy', 'cannot_reach'],
    pain: 1,
    footwear: 'Laced walking shoes with depth; changes them at home for slippers with a heel strap.',
    subjective: told(
      n,
      'No pain when walking. Daughter checks the feet every Sunday.',
      'Checks the soles with a mirror every evening now. No blisters.',
    ),
  },
  objective: {
    pedal_pulse_left: 'strong',
    pedal_pulse_right: 'weak',
    capillary_refill_left: 2,
    capillary_refill_right: 3,
    monofilament_left: 8,
    monofilament_right: 7,
    nails_left: ['thickened'],
    nails_right: ['thickened', 'discoloured'],
    skin_left: ['dry'],
    skin_right: n > 1 ? ['dry'] : ['dry', 'callus'],
    deformities: ['hammer_toes'],
    lesions: ['foot.right'],
    objective: told(
      n,
      'Callus 8 mm under the right second metatarsal head, skin below intact. Heels fissured, not bleeding.',
      'Site of the callus stays flat. Heels softer.',
    ),
  },
  assessment: { risk_category: '2', assessment: 'Loss of protective sensation with deformity; no ulcer, no infection.' },
  plan: {
    care_given: ['nails_trimmed', 'nails_thinned', 'moisturised', ...(n > 1 ? [] : ['callus_pared', 'padding'])],
    sterile_instruments: true,
    sterilisation_batch: `A-${200 + n}`,
    teaching: 'Daily look at soles and between toes; never barefoot; call the same day for a blister, redness or a wound.',
    referral: n > 1 ? 'None new.' : 'Letter to the family doctor: right pulse weak, ask for ABI.',
    return_weeks: 6,
  },
});

const ingrown: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    chief_complaint: 'Ingrown nail of the right great toe',
    diabetes: 'none',
    pain: Math.max(0, 5 - n * 2),
    footwear: 'Narrow work boots; wider ones are ordered.',
    subjective: told(n, 'Sore along the inner edge for two weeks, no pus. Cuts nails rounded.', 'No pain in the new boots.'),
  },
  objective: {
    pedal_pulse_left: 'strong',
    pedal_pulse_right: 'strong',
    monofilament_left: 10,
    monofilament_right: 10,
    nails_left: ['normal'],
    nails_right: ['ingrown'],
    skin_right: ['intact'],
    lesions: ['toes.right'],
    objective: told(n, 'Medial fold red, 2 mm spicule in the sulcus, no discharge.', 'Fold pale, nail edge free.'),
  },
  assessment: { risk_category: '0', assessment: told(n, 'Ingrown nail without infection.', 'Healed.') },
  plan: {
    care_given: n > 1 ? ['nails_trimmed'] : ['nails_trimmed', 'dressing'],
    sterile_instruments: true,
    sterilisation_batch: `B-${310 + n}`,
    teaching: 'Cut straight across; salt-water soak for three days; come back at once if it weeps.',
    return_weeks: n > 1 ? 12 : 2,
  },
});

export const FOOT_CARE: readonly Course[] = [diabetic, ingrown];
