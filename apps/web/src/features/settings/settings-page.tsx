import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useCan } from '../../session/use-session.js';
import { canSetUp, isSection, type SectionKey, sectionsFor } from './sections.js';
import classes from './settings.module.css';
import { settingsWords } from './settings-words.js';

/** The sections at the left, above on a small screen, and the one that is open. */
export function SettingsPage() {
  return (
    <div className={classes['page']}>
      <Sections />
      <div className={classes['section']}>
        <Outlet />
      </div>
    </div>
  );
}

const open = { 'data-active': true, 'aria-current': 'page' } as const;

function Sections() {
  const t = useWords(settingsWords);
  const can = useCan();
  const { pathname } = useLocation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const name = (key: string) => (isSection(key) ? t(`section.${key}`) : t('setUp'));
  return (
    <nav className={classes['nav']} aria-label={t('sections')}>
      <UnstyledButton className={classes['toggle']} aria-expanded={opened} aria-controls="settings-sections" onClick={toggle}>
        <span>{name(pathname.split('/').at(-1) ?? '')}</span>
        <IconChevronDown size={18} stroke={1.7} aria-hidden />
      </UnstyledButton>
      <ul id="settings-sections" className={classes['list']} data-opened={opened || undefined}>
        {canSetUp(can) && (
          <li>
            <Link to={paths.settings()} activeOptions={{ exact: true, includeSearch: false }} activeProps={open} onClick={close}>
              {t('setUp')}
            </Link>
          </li>
        )}
        {sectionsFor(can).map((key: SectionKey) => (
          <li key={key}>
            <Link to={paths.settingsSection(key)} activeOptions={{ includeSearch: false }} activeProps={open} onClick={close}>
              {t(`section.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
