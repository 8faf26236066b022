import { inSentence } from '@keel/contracts';
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { useLocalText } from '../../i18n/local-text.js';
import { patientQuery } from '../../data/patients.js';
import { useCan } from '../../session/use-session.js';
import { unsignedQuery } from '../../data/notes.js';
import { todayWords } from './today-words.js';
import classes from './today.module.css';

/** Notes that were begun and not signed, of any day: what would otherwise be forgotten. */
export function Unsigned({ practitionerId }: { practitionerId: string }) {
  const t = useWords(todayWords);
  const may = useCan()('chart:read');
  const { data: notes = [] } = useQuery({ ...unsignedQuery(practitionerId), enabled: may });
  const [open, setOpen] = useState(false);
  if (notes.length === 0) return null;
  return (
    <details className={classes['unsigned']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('unsigned', { count: notes.length })}</summary>
      {/* Names are asked for only when somebody looks. */}
      {open && (
        <ul>
          {notes.map((note) => (
            <UnsignedNote key={note.id} note={note} />
          ))}
        </ul>
      )}
    </details>
  );
}

function UnsignedNote({ note }: { note: Answer<'NoteHeadDto'> }) {
  const format = useFormat();
  const local = useLocalText();
  const { data: patient } = useQuery(patientQuery(note.patientId));
  return (
    <li>
      <Anchor component={Link} to={paths.note(note.id)} size="sm">
        {[patient && inSentence(format.name(patient)), local(note.title), format.day(note.notedAt)].filter(Boolean).join(' · ')}
      </Anchor>
    </li>
  );
}
