import type { Question, QuestionType, TemplateSection } from '@keel/contracts';
import type { Answers } from './answers.js';
import { copyForward, copyOne, fits } from './copy-forward.js';

const ask = (key: string, type: QuestionType, over: Partial<Question> = {}) => ({ key, type, label: { en: key }, ...over }) as Question;
const option = (value: string) => ({ value, label: { en: value } });
const TEMPLATE: TemplateSection[] = [
  {
    key: 's',
    title: { en: 'S' },
    questions: [
      ask('consent', 'checkbox'),
      ask('pain', 'scale', { min: 0, max: 10 }),
      ask('story', 'long_text'),
      ask('region', 'body_region'),
    ],
  },
  { key: 'p', title: { en: 'P' }, questions: [ask('plan', 'long_text'), ask('kind', 'choice', { options: [option('a')] })] },
];

describe('copying forward', () => {
  const last: Answers = { 's.consent': true, 's.pain': 4, 's.story': 'Knee', 's.region': ['knee.left'], 'p.plan': 'Rest', 'p.kind': 'a' };

  it('takes what the last note said, but not what is ticked or rated anew at every appointment', () => {
    expect(copyForward(TEMPLATE, {}, last)).toEqual({ 's.story': 'Knee', 's.region': ['knee.left'], 'p.plan': 'Rest', 'p.kind': 'a' });
  });

  it('takes one section where one is asked for', () => {
    expect(copyForward(TEMPLATE, {}, last, 'p')).toEqual({ 'p.plan': 'Rest', 'p.kind': 'a' });
  });

  it('replaces nothing that was typed', () => {
    expect(copyForward(TEMPLATE, { 's.story': 'Better', 'p.plan': 'Go on' }, last)).toEqual({ 's.region': ['knee.left'], 'p.kind': 'a' });
  });

  it('leaves what this template does not ask or take', () => {
    expect(copyForward(TEMPLATE, {}, { 's.gone': 'x', 'p.kind': 'b', 's.region': ['moon'], 's.story': 3 })).toEqual({});
  });

  it('of one answer goes under a text, once, and in place of anything else', () => {
    const story = ask('story', 'long_text');
    expect(copyOne(story, undefined, 'Knee')).toBe('Knee');
    expect(copyOne(story, 'Better', 'Knee')).toBe('Better\nKnee');
    expect(copyOne(story, 'Better\nKnee', 'Knee')).toBe('Better\nKnee');
    expect(copyOne(ask('pain', 'scale'), 3, 5)).toBe(5);
  });
});

it('an answer fits a question of its kind and bounds', () => {
  const chart = { strokes: [], markers: [{ view: 'front', x: 0, y: 0, kind: 'pain' }] } as const;
  const drawing = { strokes: [], markers: [...chart.markers] };
  expect(fits(ask('q', 'body_chart'), drawing)).toBe(true);
  expect(fits(ask('q', 'body_chart', { views: ['feet_sole'] }), drawing)).toBe(false);
  expect(fits(ask('q', 'number', { max: 3 }), 4)).toBe(false);
  expect(fits(ask('q', 'scale'), 0.5)).toBe(false);
  expect(fits(ask('q', 'text'), 'two\nlines')).toBe(false);
  expect(fits(ask('q', 'date'), 'soon')).toBe(false);
  expect(fits(ask('q', 'checkbox'), 'true')).toBe(false);
  expect(fits(ask('q', 'multi_choice', { options: [option('a')] }), ['a'])).toBe(true);
});
