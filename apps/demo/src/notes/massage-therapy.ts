import { type Course, falling, told } from './words.js';

const neck: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    history_reviewed: true,
    chief_complaint: 'Neck and upper back tension from desk work',
    areas_of_complaint: ['neck', 'shoulder.right', 'thoracic_spine'],
    body_chart: {
      strokes: [
        {
          view: 'back',
          tool: 'shade',
          colour: 'red',
          width: 0.03,
          points: [
            [0.52, 0.15],
            [0.56, 0.19],
            [0.6, 0.21],
          ],
        },
      ],
      markers: [
        { view: 'back', x: 0.53, y: 0.16, kind: 'tightness', label: 'Upper trapezius' },
        { view: 'right', x: 0.5, y: 0.06, kind: 'pain', label: 'Refers to the temple' },
      ],
    },
    pain_before: falling(6, n, 2),
    contraindications: ['none'],
    subjective: told(
      n,
      'Headache from the neck twice this week, worse in the afternoon. Screen stands to the left.',
      'One headache since the last visit. Has moved the screen.',
      'No headache for ten days.',
    ),
  },
  objective: {
    posture: 'Head forward, right shoulder higher.',
    palpation: told(
      n,
      'Hypertonic upper trapezius and levator, right more than left; trigger point refers to the temple.',
      'Tone less on the left; trigger point still active on the right.',
      'Tone even; no referral.',
    ),
    range_of_motion: `Rotation right ${50 + Math.min(n, 4) * 5}° before, ${60 + Math.min(n, 4) * 4}° after.`,
    areas_treated: ['neck', 'shoulder.right', 'shoulder.left', 'thoracic_spine'],
    techniques: ['swedish', 'myofascial', 'trigger_point'],
    pressure: n > 1 ? 'firm' : 'moderate',
    position: 'several',
    minutes: 55,
  },
  assessment: {
    pain_after: Math.max(1, falling(6, n, 2) - 3),
    response: 'Tolerated well, no adverse reaction.',
    assessment: 'Muscular tension with a tension-type headache pattern; eases with treatment and a better set-up.',
  },
  plan: {
    self_care: 'Chin tucks ×10 each hour; levator stretch 30 s each side; warm pack in the evening.',
    frequency: n > 2 ? 'Every four weeks' : 'Every two weeks',
    next_visit: 'Suboccipitals and pectorals.',
  },
});

const calves: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    history_reviewed: true,
    chief_complaint: 'Tight calves in marathon training',
    areas_of_complaint: ['lower_leg.left', 'lower_leg.right'],
    pain_before: falling(4, n, 1),
    contraindications: ['none'],
    subjective: told(n, 'Long run of 24 km on Sunday. Tight, no sharp pain, no swelling.', 'Recovered faster after the last long run.'),
  },
  objective: {
    palpation: 'Gastrocnemius dense medially, soleus tender at mid-belly. No heat, no swelling; calf circumferences equal.',
    range_of_motion: `Ankle dorsiflexion left ${8 + Math.min(n, 4)} cm, right 13 cm (knee to wall).`,
    tests: 'Thompson test negative both sides.',
    areas_treated: ['lower_leg.left', 'lower_leg.right', 'foot.left', 'foot.right'],
    techniques: ['deep_tissue', 'stretching'],
    pressure: 'firm',
    position: 'prone',
    minutes: 50,
  },
  assessment: {
    pain_after: 1,
    response: 'Easier heel raise after treatment.',
    assessment: 'Load-related tightness, no sign of a tear or a clot.',
  },
  plan: {
    self_care: 'Bent-knee calf stretch 2×45 s; easy day after treatment; drink to thirst.',
    frequency: 'Every two weeks until the race',
    next_visit: 'Add hamstrings and hips.',
  },
});

export const MASSAGE_THERAPY: readonly Course[] = [neck, calves];
