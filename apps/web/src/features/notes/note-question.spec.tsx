import { screen } from '@testing-library/react';
import { draw } from '../../testing.js';
import { NoteQuestion } from './note-question.js';

describe('a question of a note', () => {
  it('says that it has no answer yet, where the note was to be signed', async () => {
    const question = { key: 'pain', type: 'text', label: { en: 'Pain' }, required: true } as const;
    await draw(<NoteQuestion fieldKey="s.pain" {...{ question }} value={undefined} missing refused={false} onChange={() => {}} />);
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
  });
});
