import { ActionIcon, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconLogout, IconMoon, IconShieldLock, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { initialsOf } from '../ui/format.js';
import { Initials } from './initials.js';
import { useSession } from '../session/use-session.js';
import { chooseLanguage, useLanguage } from '../i18n/index.js';
import { useWords } from '../i18n/words.js';
import { paths } from '../paths.js';
import { uiWords } from '../ui/ui-words.js';
import { goOut } from '../ui/way-out.js';

/** Language, colours, one's own account and the way out; opens as soon as it is there. */
export function MeMenu() {
  const t = useWords(uiWords);
  const { user } = useSession();
  const [opened, setOpened] = useState(true);
  const language = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={240} withArrow={false}>
      <Menu.Target>
        <ActionIcon variant="transparent" size={36} radius="xl" aria-label={`${initialsOf(user)}, ${t('frame.me')}`}>
          <Initials of={user} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {user.firstName} {user.lastName}
          </Text>
          <Text size="xs">{user.email}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLanguage size={16} aria-hidden />}
          lang={language === 'fr' ? 'en' : 'fr'}
          closeMenuOnClick={false}
          onClick={() => chooseLanguage(language === 'fr' ? 'en' : 'fr')}
        >
          {language === 'fr' ? 'English' : 'Français'}
        </Menu.Item>
        <Menu.Item
          leftSection={dark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}
          closeMenuOnClick={false}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? t('frame.light') : t('frame.dark')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconShieldLock size={16} aria-hidden />} component={Link} to={paths.account()}>
          {t('frame.me')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void goOut()}>
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
