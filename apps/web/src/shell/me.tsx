import { ActionIcon } from '@mantine/core';
import { Suspense, useState } from 'react';
import { initialsOf } from '../ui/format.js';
import { Initials } from './initials.js';
import { useSession } from '../session/use-session.js';
import { useWords } from '../i18n/words.js';
import { uiWords } from '../ui/ui-words.js';
import { lazyDrawer } from '../ui/lazy-drawer.js';

const MeMenu = lazyDrawer(() => import('./me-menu.js').then((module) => ({ default: module.MeMenu })));

/** Who is signed in; its menu is fetched when it is first wanted. */
export function Me() {
  const t = useWords(uiWords);
  const { user } = useSession();
  const [wanted, setWanted] = useState(false);
  const button = (
    <ActionIcon
      variant="transparent"
      size={36}
      radius="xl"
      onClick={() => setWanted(true)}
      aria-haspopup="menu"
      aria-label={`${initialsOf(user)}, ${t('frame.me')}`}
    >
      <Initials of={user} />
    </ActionIcon>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <MeMenu />
    </Suspense>
  );
}
