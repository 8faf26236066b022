import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { useProfessions } from '../../../ui/clinic/use-professions.js';
import { useLocalText } from '../../../i18n/local-text.js';
import { type NoteTemplate, templatesQuery, useDuplicate, useOffer } from '../../../data/note-templates.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead, useMayChange } from '../parts/section-head.js';
import { Tag } from '../parts/tag.js';
import { TemplateEditor } from './template-editor.js';
import { TemplateQuestions } from './template-questions.js';
import { templatesWords } from './templates-words.js';

/** What notes ask; one of them opens to be edited in place of the list. */
export function TemplatesSection() {
  const t = useWords(templatesWords);
  const templates = useQuery(templatesQuery);
  const [edited, setEdited] = useState<NoteTemplate>();
  return (
    <Stack gap="md">
      <SectionHead section="note-templates" lead={t('lead')} />
      {edited ? (
        <TemplateEditor key={edited.id} template={edited} onClose={() => setEdited(undefined)} />
      ) : (
        <Asked query={templates} empty={t('empty')}>
          {(all) => (
            <Rows label={t('list')}>
              {all.map((one) => (
                <TemplateRow key={one.id} template={one} onEdit={setEdited} />
              ))}
            </Rows>
          )}
        </Asked>
      )}
    </Stack>
  );
}

interface RowProps {
  template: NoteTemplate;
  onEdit: (template: NoteTemplate) => void;
}

function TemplateRow({ template, onEdit }: RowProps) {
  const t = useWords(templatesWords);
  const professions = useProfessions();
  const name = useLocalText()(template.name);
  const [shown, setShown] = useState(false);
  const { profession, builtIn, sections } = template;
  const questions = sections.reduce((sum, section) => sum + section.questions.length, 0);
  const details = [
    profession ? professions.field(profession) : t('everybody'),
    builtIn ? t('builtIn') : t('own'),
    t('counts', { sections: sections.length, questions }),
  ];
  return (
    <Row
      name={
        <>
          {name}
          {template.isDefault && <Tag>{t('isDefault')}</Tag>}
          {!template.active && <Tag quiet>{t('inactive')}</Tag>}
        </>
      }
      details={details.join(' · ')}
      actions={
        <Group gap={6}>
          <Button
            variant="default"
            aria-expanded={shown}
            aria-label={t(shown ? 'hideOf' : 'viewOf', { name })}
            onClick={() => setShown(!shown)}
          >
            {shown ? t('hide') : t('view')}
          </Button>
          <Changes template={template} name={name} onEdit={onEdit} />
        </Group>
      }
    >
      {shown && <TemplateQuestions sections={sections} />}
    </Row>
  );
}

function Changes({ template, name, onEdit }: RowProps & { name: string }) {
  const t = useWords(templatesWords);
  const may = useMayChange('note-templates');
  const { en, fr } = template.name;
  const duplicate = useDuplicate((copy) => {
    toastDone(t('duplicated'));
    onEdit(copy);
  }, toastProblem);
  const offer = useOffer(
    (done) =>
      toastDone(t(done.active ? 'offered' : 'retired', { name }), {
        label: name,
        run: () => offer.mutate({ template: done, active: !done.active }),
      }),
    toastProblem,
  );
  if (!may) return null;
  const copied = { ...(en && { en: t('copyEn', { name: en }) }), ...(fr && { fr: t('copyFr', { name: fr }) }) };
  const { active } = template;
  return (
    <>
      <Button
        variant="default"
        aria-label={t('duplicateOf', { name })}
        loading={duplicate.isPending}
        onClick={() => duplicate.mutate({ template, name: copied })}
      >
        {t('duplicate')}
      </Button>
      <Button variant="default" aria-label={t('editOf', { name })} onClick={() => onEdit(template)}>
        {t('edit')}
      </Button>
      <Button
        variant="default"
        aria-label={t(active ? 'retireOf' : 'offerOf', { name })}
        loading={offer.isPending}
        onClick={() => offer.mutate({ template, active: !active })}
      >
        {active ? t('retire') : t('offer')}
      </Button>
    </>
  );
}
