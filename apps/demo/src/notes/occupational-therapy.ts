import { type Course, rising, told } from './words.js';

const stroke: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    referral_reason: 'Return home after a left-hemisphere stroke eight weeks ago',
    occupational_profile: 'Retired cook, lives with partner in a two-storey house. Wants to cook for the family again.',
    priorities: '1 Shower without help. 2 Cook a simple meal. 3 Write a shopping list.',
    performance: rising(4, n, 1, 8),
    satisfaction: rising(3, n, 1, 8),
    fatigue: Math.max(3, 7 - n),
    subjective: told(
      n,
      'Dresses alone in 25 minutes. Partner helps over the edge of the bath.',
      'Uses the bath board with partner in the room. Cut soft vegetables.',
      'Made soup with one prompt.',
    ),
  },
  objective: {
    bathing: n > 1 ? 'supervision' : 'minimal',
    dressing: 'modified',
    toileting: 'independent',
    feeding: 'independent',
    transfers: n > 2 ? 'modified' : 'supervision',
    mobility: 'modified',
    upper_limb: `Grip right ${rising(14, n, 2, 24)} kg, left 26 kg. Nine-hole peg right ${58 - Math.min(n, 5) * 4} s.`,
    cognition: 'Attention holds for 30 minutes; plans a three-step task with a written list. MoCA 24/30.',
    perception: 'No neglect on line bisection; light touch reduced in the right hand.',
  },
  assessment: {
    barriers: ['physical', 'environment'],
    fall_risk: n > 2 ? 'low' : 'moderate',
    goals: 'Shower with supervision only by week 4; a two-step meal alone by week 6.',
    assessment: 'Steady gains in the right hand; the bathroom is what limits independence.',
  },
  plan: {
    interventions: ['adl_training', 'equipment', 'caregiver'],
    equipment_recommended: told(
      n,
      'Bath board, grab bar left of the bath (ADP form started), rocker knife.',
      'Grab bar fitted. Non-slip mat.',
    ),
    home_programme: 'Peg and coin work ten minutes twice daily; kitchen task every other day with the card.',
    plan: 'Visit at home in one week.',
  },
});

const work: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    referral_reason: 'Return to work after a concussion',
    occupational_profile: 'Accountant, two children. Off work for five weeks.',
    priorities: '1 Two hours at the screen. 2 Drive to work. 3 Meetings.',
    performance: rising(3, n, 1, 9),
    satisfaction: rising(2, n, 1, 8),
    fatigue: Math.max(2, 7 - n),
    pain: Math.max(1, 5 - n),
    subjective: told(
      n,
      'Headache after 40 minutes of screen. Noise is hard.',
      'Three half-days last week with breaks; headache once.',
      'Four half-days. Led a short meeting.',
    ),
  },
  objective: {
    mobility: 'independent',
    instrumental: 'Drives short familiar routes by day. Pays bills with a checklist.',
    cognition: `Sustained attention ${rising(30, n, 15, 90)} minutes before errors rise.`,
    standardised: `Rivermead post-concussion score ${Math.max(6, 26 - n * 5)}/64.`,
  },
  assessment: {
    barriers: ['cognitive', 'environment'],
    fall_risk: 'low',
    goals: 'Five half-days in three weeks, full days in six.',
    assessment: 'A graded return is realistic; pacing and light are the levers.',
  },
  plan: {
    interventions: ['return_to_work', 'energy', 'ergonomics'],
    home_programme: '25 minutes work, 5 minutes eyes closed; screen at eye height, warm colours.',
    plan: told(n, 'Write to the employer about three half-days.', 'Add a half-day each week while symptoms stay under 4/10.'),
  },
});

export const OCCUPATIONAL_THERAPY: readonly Course[] = [stroke, work];
