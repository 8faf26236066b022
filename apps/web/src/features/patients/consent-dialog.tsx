import { Button, Group, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { CHANNELS, CONTACT_PURPOSES } from '@keel/contracts';
import { useForm } from '@mantine/form';
import { useIntentKey } from '../../data/client/intent-key.js';
import { useWords, type TextsOf } from '../../i18n/words.js';
import { CancelButton } from '../../ui/cancel-button.js';
import { FormModal } from '../../ui/form-modal.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastDone } from '../../ui/toasts.js';
import { useRecordConsent } from '../../data/consents.js';
import { detailsWords } from './details-words.js';
import { formWords } from './form-words.js';

type Words = ReturnType<typeof useWords<TextsOf<typeof detailsWords>>>;

const emptyConsent = {
  purpose: CONTACT_PURPOSES[0] as (typeof CONTACT_PURPOSES)[number],
  channel: CHANNELS[0] as (typeof CHANNELS)[number],
  said: 'granted',
  source: '',
  wording: '',
};

function useConsentForm(t: Words) {
  return useForm({
    initialValues: emptyConsent,
    validate: {
      source: (value) => (value.trim() ? null : t('consents.sourceFault')),
      wording: (value) => (value.trim() ? null : t('consents.wordingFault')),
    },
  });
}

/** What the person said just now; it is added to what they said before. */
export function ConsentDialog({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const t = useWords(detailsWords);
  const { key, renew } = useIntentKey();
  const record = useRecordConsent(patientId, key);
  const form = useConsentForm(t);
  const onSuccess = () => {
    toastDone(t('consents.saved'));
    onClose();
  };
  const submit = form.onSubmit(({ said, ...consent }) =>
    record.mutate({ ...consent, granted: said === 'granted' }, { onSuccess, onError: renew }),
  );
  return (
    <FormModal onClose={onClose} title={t('consents.add')}>
      <LeaveGuard unsaved={form.isDirty() && !record.isSuccess} />
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ConsentFields form={form} t={t} />
          <ProblemNotice error={record.error} />
          <Group justify="flex-end" gap="xs">
            <CancelButton variant="subtle" onCancel={onClose} />
            <Button type="submit" loading={record.isPending}>
              {t('consents.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}

function ConsentFields({ form, t }: { form: ReturnType<typeof useConsentForm>; t: Words }) {
  const words = useWords(formWords);
  const purposes = CONTACT_PURPOSES.map((value) => ({ value, label: t(`consents.purposes.${value}`) }));
  const channels = CHANNELS.map((value) => ({ value, label: words(`channel.${value}`) }));
  const source = form.getInputProps('source');
  return (
    <>
      <NativeSelect label={t('consents.purpose')} data={purposes} {...form.getInputProps('purpose')} data-autofocus />
      <NativeSelect label={t('consents.channel')} data={channels} {...form.getInputProps('channel')} />
      <Radio.Group label={t('consents.said')} {...form.getInputProps('said')}>
        <Group mt={4}>
          <Radio value="granted" label={t('consents.granted')} />
          <Radio value="refused" label={t('consents.refused')} />
        </Group>
      </Radio.Group>
      <TextInput label={t('consents.source')} description={t('consents.sourceHint')} maxLength={200} required {...source} />
      <Textarea label={t('consents.wording')} autosize minRows={2} maxLength={2000} required {...form.getInputProps('wording')} />
    </>
  );
}
