import { SimpleGrid, TextInput } from '@mantine/core';
import { type LocalText, sectionFaults } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import { toastDone } from '../../../ui/toasts.js';
import { useLocalText } from '../../../i18n/local-text.js';
import { RecordFields } from '../../../ui/forms/record-dialog.js';
import { useRecordForm } from '../../../ui/forms/use-record-form.js';
import { QuestionnaireEditor } from '../../../ui/questionnaire/editor/questionnaire-editor.js';
import { type Draft, draftOf, toSections } from '../../../ui/questionnaire/editor/questionnaire-draft.js';
import { type NoteTemplate, updateTemplate, useRenewTemplates } from '../../../data/note-templates.js';
import { templatesWords } from './templates-words.js';

interface TemplateValues extends Record<string, unknown> {
  name: LocalText;
  draft: Draft;
}

interface Props {
  template: NoteTemplate;
  onClose: () => void;
}

/** A template with its name, sections and questions. */
export function TemplateEditor({ template, onClose }: Props) {
  const t = useWords(templatesWords);
  const of = useTemplateForm({ template, onClose });
  const { form } = of;
  const { draft, name } = form.values;
  return (
    <RecordFields of={of} labels={{}} onCancel={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t('nameEn')}
          lang="en"
          maxLength={500}
          value={name.en ?? ''}
          onChange={(event) => form.setFieldValue('name', { ...name, en: event.currentTarget.value })}
          error={form.errors['name']}
        />
        <TextInput
          label={t('nameFr')}
          lang="fr"
          maxLength={500}
          value={name.fr ?? ''}
          onChange={(event) => form.setFieldValue('name', { ...name, fr: event.currentTarget.value })}
        />
      </SimpleGrid>
      <QuestionnaireEditor draft={draft} requiredLabel={t('required')} onChange={(next) => form.setFieldValue('draft', next)} />
    </RecordFields>
  );
}

function useTemplateForm({ template, onClose }: Props) {
  const t = useWords(templatesWords);
  const text = useLocalText();
  const renewTemplates = useRenewTemplates();
  return useRecordForm<NoteTemplate, TemplateValues>({
    record: template,
    values: { name: template.name, draft: draftOf(template.sections) },
    whole: true,
    validate: ({ name, draft }) => ({
      ...(!text(name).trim() && { name: t('nameFault') }),
      ...(sectionFaults(toSections(draft)).length > 0 && { draft: t('faultsFault') }),
    }),
    save: ({ name, draft }, _, base) => updateTemplate(base ?? template, { name, sections: toSections(draft) }),
    onSaved: (saved) => {
      void renewTemplates();
      toastDone(t('saved', { name: text(saved.name) }));
      onClose();
    },
  });
}
