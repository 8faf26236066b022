import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { paths } from '../../paths.js';
import { patientListQuery } from '../../data/patients.js';
import type { PatientsSearch } from './patients-search.js';

/** Long enough to finish a syllable, too short to be waited for. */
const PAUSE_MS = 150;

/** What is typed, what the address holds and what was found, kept together. */
export function usePatientSearch() {
  const search = useSearch({ from: '/staff/patients' });
  const navigate = useNavigate({ from: '/patients' });
  const [typed, setTyped] = useState(search.q ?? '');
  const underWay = useRef(0);
  const set = (change: PatientsSearch) => {
    underWay.current += 1;
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true }).finally(() => (underWay.current -= 1));
  };
  useEffect(() => {
    // Going back changes the address too; our own changes are still under way when they arrive here.
    if (underWay.current === 0) setTyped(search.q ?? '');
  }, [search.q]);
  const [q] = useDebouncedValue(search.q, PAUSE_MS);
  const found = useInfiniteQuery({ ...patientListQuery({ ...search, q }), placeholderData: keepPreviousData });
  return {
    search,
    typed,
    found,
    patients: found.data?.pages.flatMap(({ data }) => data) ?? [],
    /** Of all pages; the last that was read knows best. */
    total: found.data?.pages.at(-1)?.total,
    /** False while what is shown answers an earlier question. */
    settled: q === search.q && typed.trim() === (search.q ?? '').trim() && !found.isPlaceholderData && !found.isPending,
    type: (text: string) => {
      setTyped(text);
      set({ q: text.trim() ? text : undefined });
    },
    set,
  };
}

/** Opens the best match on Enter, also where it is pressed before the answer has come. */
export function useOpenFirst(first: string | undefined, settled: boolean) {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted || !settled) return;
    setWanted(false);
    if (first) void navigate({ to: paths.patient(first) });
  }, [wanted, settled, first, navigate]);
  return () => setWanted(true);
}
