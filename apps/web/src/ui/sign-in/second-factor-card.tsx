import { Button, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Answer, ApiProblem } from '../../data/client/problem.js';
import { type Entry, type Proof, secondFactorOptions, showSecondFactor } from '../../data/session.js';
import { FactorForm } from './factor-form.js';
import { keepEntry } from '../../session/entering.js';
import { useWords } from '../../i18n/words.js';
import { factorWords } from './factor-words.js';

interface Props {
  choice: Answer<'FactorChoiceDto'>;
  onProved: (entry: Entry) => void;
  onBack: () => void;
}

/** After a right password: the second factor, where the person has one. */
export function SecondFactorCard({ choice, onProved, onBack }: Props) {
  const t = useWords(factorWords);
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  // A challenge is good for one answer; the first came with the password.
  const first = useRef(choice.passkeyOptions);
  const ask = async <T,>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      // Too late, or wrong too often: the password comes first again.
      if (error instanceof ApiProblem && error.code === 'UNAUTHENTICATED') setOver(true);
      throw error;
    }
  };
  const passkeyOptions = async () => {
    const options = first.current ?? (await ask(secondFactorOptions)).passkeyOptions;
    first.current = undefined;
    return options;
  };
  const prove = async (proof: Proof) => {
    const answer = await ask(() => showSecondFactor(proof));
    onProved(await keepEntry(queries, answer));
  };
  return (
    <Stack>
      <Title order={2} size="h3">
        {t('title')}
      </Title>
      {over ? (
        <Text role="alert">{t('over')}</Text>
      ) : (
        <>
          <Text>{t('lead')}</Text>
          <FactorForm ways={choice.methods} submitLabel={t('confirm')} passkeyOptions={passkeyOptions} prove={prove} />
        </>
      )}
      <Button variant={over ? 'filled' : 'subtle'} size="md" onClick={onBack}>
        {t('back')}
      </Button>
    </Stack>
  );
}
