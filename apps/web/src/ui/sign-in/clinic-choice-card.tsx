import { Button, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { clinicChoiceWords } from './clinic-choice-words.js';
import { ProblemNotice } from '../problem-notice.js';
import type { ClinicChoice, Session } from '../../data/session.js';
import { useChooseClinic } from '../../session/entering.js';

interface Props {
  clinics: ClinicChoice[];
  onChosen: (session: Session) => void;
  onOther: () => void;
}

/** For somebody of several clinics: which one now. */
export function ClinicChoiceCard({ clinics, onChosen, onOther }: Props) {
  const t = useWords(clinicChoiceWords);
  const choose = useChooseClinic();
  return (
    <Stack>
      <Title order={2} size="h3">
        {t('title')}
      </Title>
      <Text>{t('lead')}</Text>
      <ProblemNotice error={choose.error} />
      {clinics.map((clinic) => (
        <Button
          key={clinic.id}
          variant="default"
          size="md"
          loading={choose.isPending && choose.variables === clinic.id}
          onClick={() => choose.mutate(clinic.id, { onSuccess: onChosen })}
        >
          {clinic.name}
        </Button>
      ))}
      <Button variant="subtle" size="md" onClick={onOther}>
        {t('other')}
      </Button>
    </Stack>
  );
}
