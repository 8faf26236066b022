import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { type ClinicChoice, useChooseClinic } from './session.queries.js';

/** For somebody of several clinics: which one now. */
export function ClinicChoiceCard({ clinics, onOther }: { clinics: ClinicChoice[]; onOther: () => void }) {
  const { t } = useTranslation();
  const choose = useChooseClinic();
  return (
    <Stack>
      <Title order={2} size="h3">
        {t('signIn.chooseTitle')}
      </Title>
      <Text>{t('signIn.chooseLead')}</Text>
      <ProblemNotice error={choose.error} />
      {clinics.map((clinic) => (
        <Button
          key={clinic.id}
          variant="default"
          size="md"
          loading={choose.isPending && choose.variables === clinic.id}
          onClick={() => choose.mutate(clinic.id)}
        >
          {clinic.name}
        </Button>
      ))}
      <Button variant="subtle" size="md" onClick={onOther}>
        {t('signIn.other')}
      </Button>
    </Stack>
  );
}
