import {
  ActionIcon,
  Anchor,
  Box,
  Button,
  Container,
  Group,
  MantineThemeProvider,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { uiWords } from '../ui/ui-words.js';
import { chooseLanguage, useLanguage } from '../i18n/index.js';
import { LANGUAGE_NAMES } from '../i18n/language-names.js';
import { paths } from '../paths.js';
import { KeelMark, MoonIcon, SunIcon } from '../ui/icons.js';
import { touchTheme } from '../ui/theme.js';

/** Brand, language and colours above every page; touch targets of 44 px, since patients hold these pages in their hand. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useWords(uiWords);
  return (
    <MantineThemeProvider theme={touchTheme}>
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
    </MantineThemeProvider>
  );
}

function LanguageChoice() {
  const t = useWords(uiWords);
  const chosen = useLanguage();
  return (
    <Group gap={0} wrap="nowrap" role="group" aria-label={t('frame.language')}>
      {LANGUAGE_NAMES.map(({ language, short, name }) => (
        <Button
          key={language}
          variant={language === chosen ? 'light' : 'subtle'}
          color={language === chosen ? 'keel' : 'gray'}
          c={language === chosen ? undefined : 'var(--mantine-color-text)'}
          px="xs"
          lang={language}
          title={name}
          aria-pressed={language === chosen}
          onClick={() => chooseLanguage(language)}
        >
          {short}
        </Button>
      ))}
    </Group>
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
