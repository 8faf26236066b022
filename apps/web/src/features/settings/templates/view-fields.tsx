import { Checkbox, Group } from '@mantine/core';
import { BODY_VIEWS, type BodyView, type Question } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import { bodyViewWords } from '../../../ui/charts/body-view-words.js';
import { templatesWords } from './templates-words.js';

interface Props {
  views: BodyView[];
  onChange: (part: Partial<Question>) => void;
}

/** Which sides of the body, hands and feet can be drawn on. */
export function ViewFields({ views, onChange }: Props) {
  const t = useWords(templatesWords);
  const body = useWords(bodyViewWords);
  const choose = (chosen: string[]) => {
    const next = BODY_VIEWS.filter((view) => chosen.includes(view));
    onChange({ views: next.length > 0 ? next : undefined } as Partial<Question>);
  };
  return (
    <Checkbox.Group label={t('views')} description={t('viewsHint')} value={views} onChange={choose}>
      <Group gap="md" mt={6}>
        {BODY_VIEWS.map((view) => (
          <Checkbox key={view} value={view} label={body(view)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
