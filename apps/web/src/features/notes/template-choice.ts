import type { Profession } from '@keel/contracts';
import type { NoteTemplate } from '../../data/note-templates.js';

/** What a note can be written in, the practitioner's usual template first, then the profession's, everybody's and the others. */
export function templatesInOrder(templates: readonly NoteTemplate[], profession: Profession | undefined): NoteTemplate[] {
  const rank = (template: NoteTemplate): number => {
    if (template.profession === profession) return template.isDefault ? 0 : 1;
    return template.profession === null ? 2 : 3;
  };
  return templates.filter(({ active }) => active).toSorted((a, b) => rank(a) - rank(b));
}
