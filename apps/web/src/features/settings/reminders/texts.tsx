import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { type MessageText, textsQuery } from '../../../data/reminders.js';
import { remindersWords } from './reminders-words.js';
import { TextDialog } from './text-dialog.js';
import { useTextName } from './text-name.js';
import { TextPreview } from './text-preview.js';

/** The words of reminders, each as its reader sees it. */
export function Texts({ mayChange }: { mayChange: boolean }) {
  const t = useWords(remindersWords);
  const nameOf = useTextName();
  const texts = useQuery(textsQuery);
  const [edited, setEdited] = useState<MessageText>();
  return (
    <>
      <Asked query={texts} empty={t('textsLead')}>
        {(all) => (
          <Rows label={t('texts')}>
            {all.map((text) => (
              <Row
                key={text.id}
                name={nameOf(text)}
                tall
                details={<TextPreview text={text} />}
                actions={
                  mayChange && (
                    <Button variant="default" aria-label={t('editTextOf', { name: nameOf(text) })} onClick={() => setEdited(text)}>
                      {t('editText')}
                    </Button>
                  )
                }
              />
            ))}
          </Rows>
        )}
      </Asked>
      {edited && <TextDialog text={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}
