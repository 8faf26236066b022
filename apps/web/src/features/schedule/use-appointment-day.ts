import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useFormat } from '../../ui/format.js';
import { appointmentQuery } from '../../data/appointments.js';
import type { Schedule } from './use-schedule.js';

/** Where the address names an appointment and no day, the grid goes to the appointment's day: once, so that another day can be looked at beside it. */
export function useAppointmentDay({ asked, from, to, look }: Schedule): void {
  const { appointment: id = '' } = useSearch({ from: '/staff' });
  const format = useFormat();
  const { data } = useQuery({ ...appointmentQuery(id), enabled: id !== '' && !asked });
  const day = data && format.dateOf(data.start);
  const seen = useRef('');
  useEffect(() => {
    if (seen.current === id || (id && !asked && !day)) return;
    seen.current = id;
    if (day && !asked && (day < from || day >= to)) look({ date: day });
  }, [id, day, asked, from, to, look]);
}
