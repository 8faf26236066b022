import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { PHRASE_TRIGGER } from '@keel/contracts';
import { useForm } from '@mantine/form';
import { ApiProblem } from '../../../data/client/problem.js';
import { CancelButton } from '../../../ui/cancel-button.js';
import { FormModal } from '../../../ui/form-modal.js';
import { LeaveGuard } from '../../../ui/leave-guard.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { suggestedTrigger } from '../model/phrase-match.js';
import { type Phrase, useSavePhrase } from '../../../data/phrases.js';
import { useCan } from '../../../session/use-session.js';
import { useWords } from '../../../i18n/words.js';
import { notesWords } from '../notes-words.js';

interface Props {
  /** A phrase to change; without one, a new phrase of this text. */
  phrase?: Phrase | undefined;
  text?: string;
  onClose: () => void;
}

/** Keeps a text under a word to call it by. */
export function PhraseDialog({ phrase, text = '', onClose }: Props) {
  const t = useWords(notesWords);
  return (
    <FormModal onClose={onClose} title={t(phrase ? 'phrase.change' : 'phrase.keep')}>
      <PhraseForm phrase={phrase} text={text} onClose={onClose} />
    </FormModal>
  );
}

function PhraseForm({ phrase, text = '', onClose }: Props) {
  const t = useWords(notesWords);
  const save = useSavePhrase();
  const mayShare = useCan()('note-template:manage');
  const form = useForm({
    initialValues: { trigger: phrase?.trigger ?? suggestedTrigger(text), text: phrase?.text ?? text, shared: phrase?.shared ?? false },
    validate: {
      trigger: (value) => (PHRASE_TRIGGER.test(value) ? null : t('phrase.triggerFault')),
      text: (value) => (value.trim() ? null : t('phrase.textFault')),
    },
  });
  const taken = save.error instanceof ApiProblem && save.error.code === 'PHRASE_TAKEN';
  const trigger = form.getInputProps('trigger') as { error?: string };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        // React hands the event on to the forms around this one, although the dialog stands elsewhere in the page.
        event.stopPropagation();
        form.onSubmit((values) => save.mutate({ ...phrase, ...values }, { onSuccess: onClose }))(event);
      }}
    >
      <LeaveGuard unsaved={form.isDirty() && !save.isSuccess} />
      <Stack gap="sm">
        {!taken && <ProblemNotice error={save.error} />}
        <TextInput
          label={t('phrase.trigger')}
          description={t('phrase.triggerHint')}
          leftSection="/"
          data-autofocus
          {...trigger}
          error={taken ? t('phrase.taken') : trigger.error}
        />
        <Textarea
          label={t('phrase.text')}
          description={t('phrase.textHint')}
          autosize
          minRows={3}
          maxRows={12}
          {...form.getInputProps('text')}
        />
        {!phrase && (
          <Checkbox
            label={t('phrase.share')}
            description={mayShare ? undefined : t('phrase.shareWhyNot')}
            disabled={!mayShare}
            {...form.getInputProps('shared', { type: 'checkbox' })}
          />
        )}
        <Group justify="flex-end">
          <CancelButton onCancel={onClose} />
          <Button type="submit" loading={save.isPending}>
            {t('phrase.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
