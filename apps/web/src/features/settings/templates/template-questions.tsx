import { useWords } from '../../../i18n/words.js';
import { useLocalText } from '../../../i18n/local-text.js';
import classes from './templates.module.css';
import type { NoteTemplate } from '../../../data/note-templates.js';
import { templatesWords } from './templates-words.js';

/** Everything that a template asks, to read. */
export function TemplateQuestions({ sections }: Pick<NoteTemplate, 'sections'>) {
  const t = useWords(templatesWords);
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
                    t(`types.${question.type}`),
                    ...(question.required ? [t('requiredShort')] : []),
                    ...(question.min !== undefined && question.max !== undefined ? [`${question.min}–${question.max}`] : []),
                    ...(question.unit ? [question.unit] : []),
                    ...(question.options ? [question.options.map(({ label }) => text(label)).join(', ')] : []),
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
