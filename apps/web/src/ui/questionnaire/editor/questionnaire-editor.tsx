import { sectionFaults } from '@keel/contracts';
import { Button, Stack } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { editorWords } from './editor-words.js';
import { changeDraft, type Draft, type DraftAction, toSections } from './questionnaire-draft.js';
import { QuestionnaireFaults } from './questionnaire-faults.js';
import { SectionCard } from './section-card.js';

interface Props {
  draft: Draft;
  /** What cannot be done while a required question has no answer, in the words of what asks. */
  requiredLabel: string;
  onChange: (draft: Draft) => void;
}

/** Sections of questions, to be put together; checked as they are changed, by the same rules as the API's. */
export function QuestionnaireEditor({ draft, requiredLabel, onChange }: Props) {
  const t = useWords(editorWords);
  const act = (action: DraftAction) => onChange(changeDraft(draft, action));
  return (
    <>
      <Stack gap="md">
        {draft.sections.map((section, at) => (
          <SectionCard key={section.id} {...{ section, at, requiredLabel, act }} count={draft.sections.length} />
        ))}
      </Stack>
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => act({ do: 'addSection' })}>
        {t('addSection')}
      </Button>
      <QuestionnaireFaults faults={sectionFaults(toSections(draft))} />
    </>
  );
}
