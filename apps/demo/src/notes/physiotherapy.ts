import { type Course, falling, rising, told } from './words.js';

const back: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    chief_complaint: 'Low back pain after lifting boxes',
    region: ['lumbar_spine'],
    pain_now: falling(6, n),
    pain_worst: falling(8, n, 2),
    pain_quality: ['dull'],
    red_flags: ['none'],
    subjective: told(
      n,
      'Pain across the lower back since lifting boxes three weeks ago. Worse after sitting for more than 30 minutes and when putting on socks. No leg symptoms. Wakes once a night when turning.',
      'Sitting tolerance up to 45 minutes. Exercises done five days of seven. Sleeps through most nights.',
      'Back at work with full hours. Stiff for ten minutes in the morning, otherwise little to report. Carried shopping without pain.',
    ),
  },
  objective: {
    range_of_motion: `Lumbar flexion: fingertips ${Math.max(0, 32 - n * 6)} cm from the floor, extension ${rising(12, n, 3, 25)}°, side flexion symmetrical.`,
    strength: 'Hip abductors 4/5 left, 5/5 right. Heel and toe walking full.',
    neurological: 'Straight leg raise 75° both sides, reflexes symmetrical, sensation intact.',
    palpation: told(
      n,
      'Guarding of the paraspinals L3–L5, tender facet L4/5 left.',
      'Less guarding; L4/5 left still stiff on PA glide.',
      'No tenderness.',
    ),
  },
  assessment: {
    diagnosis: 'Mechanical low back pain without radiculopathy',
    irritability: n > 1 ? 'low' : 'moderate',
    prognosis: 'good',
    goals: 'Sit two hours without a break and lift 15 kg from the floor in six weeks (PSFS from 4 to 8).',
    assessment: told(
      n,
      'Findings fit a mechanical cause; no red flags.',
      'Improving as expected; tolerates loading.',
      'Close to the goals. Fear of bending has gone.',
    ),
  },
  plan: {
    treatment_given: n === 1 ? ['education', 'manual_therapy', 'exercise'] : ['exercise', 'manual_therapy'],
    home_programme: told(
      n,
      'Walk 20 minutes daily; cat–camel ×10; hip hinge with a stick 3×10.',
      `Hip hinge with ${rising(6, n, 2, 16)} kg 3×10; side plank 3×20 s.`,
    ),
    plan: told(
      n,
      'Explained the course of back pain and pacing. See again in one week.',
      'Progress load. See in one week.',
      'Two weeks on own programme, then discharge.',
    ),
    visits_per_week: 1,
    weeks: 4,
  },
});

const shoulder: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    chief_complaint: 'Right shoulder pain when reaching overhead',
    region: ['shoulder.right'],
    pain_now: falling(4, n, 0),
    pain_worst: falling(7, n, 2),
    pain_quality: ['sharp'],
    red_flags: ['none'],
    subjective: told(
      n,
      'Gradual onset over two months of painting ceilings. Cannot lie on the right side. No numbness, no injury.',
      'Can lie on the right side for a while. Reaching the top shelf still catches.',
      'Painted for an hour with one short rest.',
    ),
  },
  objective: {
    range_of_motion: `Abduction ${rising(130, n, 10, 175)}° active, 170° passive; external rotation ${rising(45, n, 5, 70)}°.`,
    strength: `External rotation ${n > 2 ? '4+' : '4'}/5 with pain ${falling(4, n, 0)}/10, internal rotation 5/5.`,
    special_tests: told(
      n,
      'Painful arc 80–120°, Hawkins–Kennedy positive, drop arm and lag signs negative.',
      'Painful arc 100–120°; Hawkins–Kennedy mildly positive.',
      'Painful arc negative.',
    ),
  },
  assessment: {
    diagnosis: 'Rotator cuff related shoulder pain',
    irritability: n > 1 ? 'low' : 'moderate',
    prognosis: 'good',
    assessment: 'Responds to graded loading of the cuff; no sign of a full-thickness tear.',
  },
  plan: {
    treatment_given: ['exercise', 'education'],
    home_programme: `Isometric then banded external rotation 3×${rising(10, n, 2, 15)}; wall slides ×10; ice is optional.`,
    plan: told(
      n,
      'Load below 4/10 pain; avoid long overhead work for two weeks. See in one week.',
      'Add scaption with 1 kg. See in one week.',
      'Start overhead press with 3 kg. See in two weeks.',
    ),
  },
});

const knee: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    chief_complaint: 'Left knee, six weeks after a ski sprain',
    region: ['knee.left'],
    pain_now: falling(3, n, 0),
    red_flags: ['none'],
    subjective: told(
      n,
      'MCL sprain on the slopes, brace off since last week. Stairs down are unsure; no locking.',
      'Stairs are fine. Swells a little after a full day standing.',
      'Jogged 2 km on the track without swelling.',
    ),
  },
  objective: {
    observation: n > 1 ? 'Gait normal.' : 'Slightly short stance on the left.',
    range_of_motion: `Flexion ${rising(115, n, 5, 138)}°, extension full.`,
    special_tests: 'Valgus stress at 30° firm, mild discomfort; Lachman negative.',
    functional_tests: `Single-leg squat ×${rising(6, n, 3, 15)} ${n > 2 ? 'well aligned' : 'with mild valgus'}; hop test ${n > 2 ? '88 %' : 'not yet'}.`,
  },
  assessment: {
    diagnosis: 'Grade 1 MCL sprain, recovering',
    irritability: 'low',
    prognosis: 'excellent',
    assessment: 'On course for return to skiing this season.',
  },
  plan: {
    treatment_given: ['exercise', 'gait_training'],
    home_programme: told(
      n,
      'Step-downs 3×8, bike 20 minutes.',
      'Lateral band walk, split squat 3×10.',
      'Run–walk intervals 5×2 minutes every other day.',
    ),
    plan: 'Swelling is the guide: if it lasts into the next day, do one step less. See in ten days.',
  },
});

export const PHYSIOTHERAPY: readonly Course[] = [back, shoulder, knee];
