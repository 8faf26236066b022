import { type Language, languageOf } from '@keel/contracts';
import { Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../session/use-session.js';
import { languagesAsked, type NamesTyped } from './names-typed.js';

interface Props {
  typed: NamesTyped;
  label: (language: Language) => string;
  /** What is shown in a language while nothing else is typed. */
  without: (language: Language) => string;
  maxLength: number;
  inputProps: (language: Language) => object;
  /** True while there is nothing that could be called otherwise. */
  nameless?: boolean;
  /** The field of the name itself. */
  children: ReactNode;
}

/** A name, and quietly under it what it is called in the language that the clinic does not write in. */
export function OtherNames({ typed, label, without, maxLength, inputProps, nameless, children }: Props) {
  const { clinic } = useSession();
  // As it was opened: a field that is emptied does not go from under the hand.
  const [languages] = useState(() => languagesAsked(languageOf(clinic.locale), typed));
  return (
    <Stack gap={6}>
      {children}
      {(nameless ? [] : languages).map((language) => (
        <TextInput
          key={language}
          size="xs"
          label={label(language)}
          placeholder={without(language)}
          lang={language}
          maxLength={maxLength}
          {...inputProps(language)}
        />
      ))}
    </Stack>
  );
}
