import { Alert, Text } from '@mantine/core';
import type { QuestionFault } from '@keel/contracts';
import { type TextsOf, useWords } from '../../../i18n/words.js';
import { editorWords } from './editor-words.js';

/** What must be mended before the questions can be saved, and where. */
export function QuestionnaireFaults({ faults }: { faults: QuestionFault[] }) {
  const t = useWords(editorWords);
  return (
    <div role="status">
      {faults.length > 0 && (
        <Alert color="yellow" variant="light">
          <Text fw={600}>{t('faultsTitle')}</Text>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {faults.map(({ pointer, code }) => (
              <li key={pointer + code}>{t('faultAt', { where: whereOf(pointer, t), fault: t(`fault.${code}`) })}</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}

/** `/sections/1/questions/0/label` is section 2, question 1. */
function whereOf(pointer: string, t: ReturnType<typeof useWords<TextsOf<typeof editorWords>>>): string {
  const [, section, question] = /^\/sections\/(\d+)(?:\/questions\/(\d+))?/.exec(pointer) ?? [];
  const number = Number(section ?? 0) + 1;
  return question === undefined ? t('section', { number }) : t('whereQuestion', { section: number, question: Number(question) + 1 });
}
