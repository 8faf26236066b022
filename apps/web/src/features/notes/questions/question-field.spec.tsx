import type { AnswerValue, Question } from '@keel/contracts';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { draw } from '../../../testing.js';
import { QuestionField } from './question-field.js';

const asked = (question: Partial<Question> & Pick<Question, 'type'>): Question => ({ key: 'pain', label: { en: 'Pain' }, ...question });

/** The last answer that the note was given. */
let given: AnswerValue | undefined;
function Asked({ question, missing = false }: { question: Question; missing?: boolean }) {
  const [value, setValue] = useState<AnswerValue>();
  const take = (next: AnswerValue | undefined) => setValue((given = next));
  return (
    <QuestionField
      fieldKey="s.pain"
      question={question}
      value={value}
      missing={missing}
      refused={false}
      onChange={(_, next) => take(next)}
    />
  );
}

describe('a question of a note', () => {
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

  it('says that it has no answer yet, where the note was to be signed', async () => {
    await draw(<Asked question={asked({ type: 'text', required: true })} missing />);
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
  });
});
