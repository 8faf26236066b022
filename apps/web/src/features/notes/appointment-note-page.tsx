import { Badge, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { intentKey } from '../../data/client/intent-key.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { PageProblem } from '../../ui/page-problem.js';
import { PageTitle } from '../../ui/title.js';
import { practitionersQuery } from '../../data/practitioners.js';
import { appointmentQuery } from '../../data/appointments.js';
import { type NoteTemplate, templatesQuery } from '../../data/note-templates.js';
import { notesOfAppointmentQuery, useStartNote } from '../../data/notes.js';
import { ChartProblem } from '../../ui/charts/chart-problem.js';
import { noteOfAppointment } from '../../data/can-note.js';
import { useLocalText } from '../../i18n/local-text.js';
import classes from './note.module.css';
import { notesWords } from './notes-words.js';
import { templatesInOrder } from './template-choice.js';

/** The note of an appointment: on to the one there is, or one click starts it in the template that is clicked. */
export function AppointmentNotePage() {
  const { id } = useParams({ from: '/staff/appointments/$id/note' });
  const notes = useQuery(notesOfAppointmentQuery(id));
  const appointment = useQuery(appointmentQuery(id));
  const templates = useQuery(templatesQuery);
  const practitioners = useQuery(practitionersQuery);
  const there = noteOfAppointment(notes.data ?? []);
  if (there) return <Navigate to={paths.note(there.id)} replace />;
  const error = notes.error ?? appointment.error ?? templates.error ?? practitioners.error;
  const retry = () =>
    void Promise.all([notes, appointment, templates, practitioners].filter((one) => one.error).map((one) => one.refetch()));
  if (error && !(notes.data && appointment.data && templates.data && practitioners.data))
    return <PageProblem error={error} onRetry={retry} />;
  if (!notes.data || !appointment.data || !templates.data || !practitioners.data) {
    return (
      <Stack p="md" maw={1000}>
        <Skeleton h={220} radius="md" aria-busy="true" />
      </Stack>
    );
  }
  const profession = practitioners.data.find((one) => one.id === appointment.data.practitionerId)?.profession;
  return <TemplateChoice appointment={appointment.data} templates={templatesInOrder(templates.data, profession)} usual={profession} />;
}

interface Props {
  appointment: {
    id: string;
    start: string;
    end: string;
    location: { timeZone: string };
    patient: Parameters<ReturnType<typeof useFormat>['name']>[0];
    service: { name: string };
  };
  templates: NoteTemplate[];
  usual: NoteTemplate['profession'] | undefined;
}

function TemplateChoice({ appointment, templates, usual }: Props) {
  const t = useWords(notesWords);
  const format = useFormat();
  const local = useLocalText();
  const navigate = useNavigate();
  const start = useStartNote();
  const [key] = useState(intentKey);
  const begin = (templateId: string) =>
    start.mutate(
      { appointmentId: appointment.id, templateId, key: `${key}-${templateId}` },
      { onSuccess: ({ id }) => void navigate({ to: paths.note(id), replace: true }) },
    );
  return (
    <Stack p="md" maw={1000}>
      <PageTitle text={t('start.title')} />
      <Text>
        {t('start.appointment', {
          name: format.name(appointment.patient),
          when: whenOf(format, appointment).dayTime,
          service: format.called(appointment.service),
        })}
      </Text>
      <Text c="dimmed">{t('start.lead')}</Text>
      <ChartProblem error={start.error} />
      <div className={classes['templates']}>
        {templates.map((template, at) => (
          <UnstyledButton
            key={template.id}
            className={classes['template']}
            disabled={start.isPending}
            autoFocus={at === 0}
            onClick={() => begin(template.id)}
          >
            <Text fw={600}>{local(template.name)}</Text>
            <Text size="xs" c="dimmed">
              {template.sections.map((section) => local(section.title)).join(' · ')}
            </Text>
            {template.isDefault && template.profession === usual && (
              <Badge variant="light" tt="none">
                {t('start.usual')}
              </Badge>
            )}
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  );
}
