import { useWords } from '../../../i18n/words.js';
import { useLocalText } from '../../../i18n/local-text.js';
import classes from './templates.module.css';
import type { NoteTemplate } from '../../../data/note-templates.js';
import { definitionPartOf } from '../../../ui/questionnaire/editor/definition-parts.js';
import { editorWords } from '../../../ui/questionnaire/editor/editor-words.js';
import { templatesWords } from './templates-words.js';

/** Everything that a template asks, to read. */
export function TemplateQuestions({ sections }: Pick<NoteTemplate, 'sections'>) {
  const t = useWords(templatesWords);
  const editor = useWords(editorWords);
  const text = useLocalText();
  return (
    <div className={classes['questions']}>
      {sections.map((section) => (
        <section key={section.key}>
          <h3>{text(section.title)}</h3>
          <ul>
            {section.questions.map((question) => (
              <li key={question.key}>
                {text(question.label)}{' '}
                <span className={classes['about']}>
                  ·{' '}
                  {[
                    editor(`types.${question.type}`),
                    ...(question.required ? [t('requiredShort')] : []),
                    ...(definitionPartOf(question)?.about?.(question, text) ?? []),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
