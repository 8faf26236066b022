import { type AnswerValue, type Question, QUESTION_TYPES } from '@keel/contracts';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { draw } from '../../testing.js';
import { QuestionField } from './question-field.js';

const asked = (question: Partial<Question> & Pick<Question, 'type'>) => ({ key: 'pain', label: { en: 'Pain' }, ...question }) as Question;

/** The last answer that was given. */
let given: AnswerValue | undefined;
function Asked({ question }: { question: Question }) {
  const [value, setValue] = useState<AnswerValue>();
  return <QuestionField id="q" {...{ question, value }} onChange={(next) => setValue((given = next))} />;
}

describe('a question', () => {
  it('on a scale is answered by a number', async () => {
    const hands = await draw(<Asked question={asked({ type: 'scale', min: 0, max: 10 })} />);
    await hands.click(screen.getByRole('radio', { name: '7' }));
    expect(given).toBe(7);
  });

  it('with several answers takes each of them, in the order that they are offered in', async () => {
    const options = ['dull', 'burning'].map((value) => ({ value, label: { en: value } }));
    const hands = await draw(<Asked question={asked({ type: 'multi_choice', options })} />);
    await hands.click(screen.getByRole('checkbox', { name: 'burning' }));
    await hands.click(screen.getByRole('checkbox', { name: 'dull' }));
    expect(given).toEqual(['dull', 'burning']);
  });

  it('that must be answered may be answered by no', async () => {
    const hands = await draw(<Asked question={asked({ type: 'checkbox', required: true })} />);
    await hands.click(screen.getByRole('radio', { name: 'No' }));
    expect(given).toBe(false);
  });

  it('keeps a number that is out of bounds as it was typed, and says so', async () => {
    const hands = await draw(<Asked question={asked({ type: 'number', min: 0, max: 20 })} />);
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Pain' });
    await hands.type(field, '55');
    await hands.tab();
    expect(field.value).toBe('55');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it.each(QUESTION_TYPES)('of type %s stands under its words, and says what is wrong with it', async (type) => {
    const options = [{ value: 'a', label: { en: 'A' } }];
    const question = { key: 'pain', type, label: { en: 'Pain' }, help: { en: 'As it is now' }, min: 0, max: 10, options } as Question;
    await draw(<QuestionField id="q" question={question} value={undefined} error="Not this" onChange={() => {}} />);
    for (const words of ['Pain', 'As it is now', 'Not this']) expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  });
});
