import { Alert, Text } from '@mantine/core';
import type { NoteTemplateFault } from '@keel/contracts';
import { useWords, type TextsOf } from '../../../i18n/words.js';
import { templatesWords } from './templates-words.js';

/** What must be mended before the template can be saved, and where. */
export function TemplateFaults({ faults }: { faults: NoteTemplateFault[] }) {
  const t = useWords(templatesWords);
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
function whereOf(pointer: string, t: ReturnType<typeof useWords<TextsOf<typeof templatesWords>>>): string {
  const [, section, question] = /^\/sections\/(\d+)(?:\/questions\/(\d+))?/.exec(pointer) ?? [];
  const number = Number(section ?? 0) + 1;
  return question === undefined ? t('section', { number }) : t('whereQuestion', { section: number, question: Number(question) + 1 });
}
