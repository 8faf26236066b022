import { type Course, falling, told } from './words.js';

const anxiety: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    format: n % 3 === 0 ? 'video' : 'in_person',
    session_number: n,
    presenting_concern: 'Worry and poor sleep since a change of job',
    since_last: told(
      n,
      'First session. Worries for hours before falling asleep; avoids team calls.',
      'Used worry time on five evenings. Took part in one call.',
      'Sleeps before midnight most nights. Spoke up in a meeting.',
    ),
    distress: falling(7, n, 2),
    symptoms: n > 2 ? ['anxiety'] : ['anxiety', 'sleep'],
  },
  objective: {
    appearance: 'Well kept, good eye contact.',
    mood: told(n, '“Wound up.”', '“A bit lighter.”', '“More like myself.”'),
    affect: 'congruent',
    thought: 'Coherent; catastrophic predictions, can be questioned.',
    orientation: 'Oriented, insight good.',
    suicide_risk: 'none',
    harm_risk: 'none',
  },
  assessment: {
    progress: n > 1 ? 'improved' : 'same',
    themes: 'High standards learned early; safety behaviour keeps the worry going.',
    assessment: `GAD-7 ${Math.max(4, 15 - n * 3)}/21.`,
  },
  plan: {
    interventions: ['cbt', 'psychoeducation'],
    homework: told(
      n,
      'Worry log; worry time 18:30 for 20 minutes.',
      'Thought record for two situations; one call with camera on.',
      'Drop one safety behaviour a day.',
    ),
    plan: 'Next session in one to two weeks.',
  },
});

const grief: Course = (n) => ({
  subjective: {
    consent_confirmed: true,
    format: 'in_person',
    session_number: n,
    presenting_concern: 'Low mood after the death of a parent',
    since_last: told(
      n,
      'First session. Cries daily, eats little, has stopped walking with friends.',
      'Walked twice with a friend. Sorted some photographs.',
      'Cooked for the family; a heavy day on the birthday.',
    ),
    distress: falling(8, n, 3),
    symptoms: ['low_mood', n > 2 ? 'sleep' : 'appetite'],
  },
  objective: {
    appearance: 'Tired, tidy.',
    mood: told(n, '“Empty.”', '“Sad, but there are breaks.”'),
    affect: n > 1 ? 'congruent' : 'restricted',
    thought: 'Coherent; some guilt about the last weeks.',
    orientation: 'Oriented.',
    suicide_risk: 'none',
    harm_risk: 'none',
    safety_plan: 'Asked directly: no thoughts of self-harm. Sister and a close friend can be called; knows 9-8-8.',
  },
  assessment: {
    progress: n > 1 ? 'improved' : 'same',
    themes: 'Grief within the expected range; guilt softens when told as a story.',
    assessment: `PHQ-9 ${Math.max(5, 14 - n * 2)}/27.`,
  },
  plan: {
    interventions: ['narrative', 'act'],
    homework: told(n, 'Three planned walks; one regular meal with others.', 'Write a letter to the parent, bring it if wished.'),
    plan: 'Next session in two weeks; review safety each time.',
  },
});

export const COUNSELLING: readonly Course[] = [anxiety, grief];
