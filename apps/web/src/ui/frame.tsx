import {
  ActionIcon,
  Anchor,
  Box,
  Container,
  Group,
  SegmentedControl,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import type { Locale } from '@keel/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/words.js';
import { uiWords } from './ui-words.js';
import { chooseLocale } from '../i18n/index.js';
import { paths } from '../paths.js';
import { KeelMark, MoonIcon, SunIcon } from './icons.js';

/** Brand, language and colours above every page; touch targets of 44 px, since patients hold these pages in their hand. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useWords(uiWords);
  return (
    <Box mih="100dvh">
      <a className="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      <Box component="header" py="xs" style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}>
        <Container size="md">
          <Group justify="space-between" wrap="nowrap">
            <Anchor href={paths.start()} underline="never" c="inherit" mih={44} style={{ display: 'flex', alignItems: 'center' }}>
              <Group gap="xs" wrap="nowrap">
                <KeelMark />
                <Text fw={700} size="lg">
                  Keel
                </Text>
              </Group>
            </Anchor>
            <Group gap="xs" wrap="nowrap">
              <LanguageChoice />
              <ColourChoice />
            </Group>
          </Group>
        </Container>
      </Box>
      <Container size="md" py={{ base: 'lg', sm: 48 }} component="main" id="content" tabIndex={-1}>
        {children}
      </Container>
    </Box>
  );
}

function LanguageChoice() {
  const t = useWords(uiWords);
  const { i18n } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('frame.language')}
      value={i18n.language}
      onChange={(value) => chooseLocale(value as Locale)}
      data={[
        {
          value: 'en',
          label: (
            <span lang="en" title="English">
              EN
            </span>
          ),
        },
        {
          value: 'fr',
          label: (
            <span lang="fr" title="Français">
              FR
            </span>
          ),
        },
      ]}
      styles={{ label: { minHeight: 36, minWidth: 44, display: 'flex', alignItems: 'center', justifyContent: 'center' } }}
    />
  );
}

function ColourChoice() {
  const t = useWords(uiWords);
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="default"
      size={44}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      aria-label={dark ? t('frame.light') : t('frame.dark')}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </ActionIcon>
  );
}
