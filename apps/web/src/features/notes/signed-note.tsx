import { isBlank } from '@keel/contracts';
import { Alert, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { AlertIcon } from '../../ui/icons.js';
import { useFormat } from '../../ui/format.js';
import { LeaveScope } from '../../ui/leave-scope.js';
import { AddendumForm } from './addendum-form.js';
import { AnswerView } from '../../ui/questionnaire/answer-view.js';
import { ChartRail } from '../../ui/charts/chart-rail.js';
import { InErrorForm } from './in-error-form.js';
import { useLocalText } from '../../i18n/local-text.js';
import { type Answers, fieldKey, toAnswers } from './model/answers.js';
import classes from './note.module.css';
import { NoteHeader } from './note-header.js';
import { NoteHistory } from './note-history.js';
import type { Note } from '../../data/notes.js';
import type { NoteTemplate } from '../../data/note-templates.js';
import { notesWords } from './notes-words.js';
import { type OpenForm, SignedActions } from './signed-actions.js';

interface Props {
  note: Note;
  template: NoteTemplate;
  /** What was typed when the note was signed elsewhere, to be added to it. */
  addendum?: string | undefined;
}

/** A note as it was signed, with what was added since. */
export function SignedNote({ note, template, addendum }: Props) {
  const t = useWords(notesWords);
  const format = useFormat();
  const [form, setForm] = useState<OpenForm | undefined>(addendum === undefined ? undefined : 'addendum');
  // By the time of an answer something else may be open.
  const close = (done: OpenForm) => setForm((now) => (now === done ? undefined : now));
  return (
    <div className={classes['layout']}>
      <div className={classes['head']}>
        <NoteHeader note={note} />
      </div>
      <div className={classes['main']}>
        {note.enteredInError && (
          <Alert color="red" variant="light" icon={<AlertIcon />}>
            <Text fw={600}>{t('error.by', { name: note.enteredInError.byName, when: format.dayTime(note.enteredInError.at) })}</Text>
            <Text>{note.enteredInError.reason}</Text>
          </Alert>
        )}
        <SignedSections template={template} answers={toAnswers(note.sections)} />
        {note.signedAt && note.signedByName && (
          <Text c="dimmed">{t('signed.by', { name: note.signedByName, when: format.dayTime(note.signedAt) })}</Text>
        )}
        <Addenda note={note} />
        <LeaveScope>
          {form === 'addendum' && <AddendumForm note={note} text={addendum} onDone={() => close('addendum')} />}
          {form === 'error' && <InErrorForm note={note} onDone={() => close('error')} />}
          {form === 'history' && <NoteHistory note={note} />}
          <SignedActions note={note} form={form} onForm={setForm} />
        </LeaveScope>
      </div>
      <aside className={classes['rail']} aria-label={t('beside')}>
        <ChartRail patientId={note.patientId} />
      </aside>
    </div>
  );
}

function SignedSections({ template, answers }: { template: NoteTemplate; answers: Answers }) {
  const t = useWords(notesWords);
  const local = useLocalText();
  const told = template.sections.filter(({ key, questions }) => questions.some((one) => !isBlank(answers[fieldKey(key, one.key)])));
  if (told.length === 0) return <Text c="dimmed">{t('signed.nothing')}</Text>;
  return told.map((section) => (
    <section key={section.key} className={classes['card']} aria-label={local(section.title)}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {local(section.title)}
        </Title>
        <dl className={classes['answerList']}>
          {section.questions
            .map((question) => ({ question, value: answers[fieldKey(section.key, question.key)] }))
            .filter(({ value }) => !isBlank(value))
            .map(({ question, value }) => (
              <div key={question.key} style={{ display: 'contents' }}>
                <dt>{local(question.label)}</dt>
                <dd>
                  <AnswerView question={question} value={value} />
                </dd>
              </div>
            ))}
        </dl>
      </Stack>
    </section>
  ));
}

function Addenda({ note }: { note: Note }) {
  const t = useWords(notesWords);
  const format = useFormat();
  return note.addenda.map((addendum) => (
    <section key={addendum.id} className={classes['card']} aria-label={t('signed.addendum')}>
      <Title order={2} size="h5">
        {t('signed.addendum')}
      </Title>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{addendum.text}</Text>
      <Text size="sm" c="dimmed">
        {t('signed.by', { name: addendum.signedByName, when: format.dayTime(addendum.signedAt) })}
      </Text>
    </section>
  ));
}
