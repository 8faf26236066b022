import { useNavigate } from '@tanstack/react-router';
import { type AppointmentStatus, type InvoiceStatus, readablePhone } from '@keel/contracts';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { counted } from '../../ui/counted.js';
import { useFormat } from '../../ui/format.js';
import { usePrivacy } from '../../ui/privacy.js';
import { appointmentWords } from '../../ui/appointment-words.js';
import { standingOf } from '../../data/invoice-state.js';
import { moneyWords } from '../../ui/invoices/money-words.js';
import type { PatientSummary } from '../../data/patients.js';
import { type Entry, initials, restOf } from './entries.js';
import type { SearchHit, SearchResult } from '../../data/search.js';
import { paletteWords } from './palette-words.js';

/** Patients and hits of the search as lines of the palette that open what they name. */
export function useHits() {
  const format = useFormat();
  const navigate = useNavigate();
  const { hidden } = usePrivacy();
  const asideOf = useAsides();
  const t = useWords(paletteWords);
  const name = (text: string) => (hidden ? initials(text) : text);
  const restEntry = (group: SearchHit['kind'], rest: string, run: () => void): Entry => ({
    id: `rest-${group}`,
    group,
    label: t(`rest.${group}`, counted(rest)),
    aside: '',
    run,
  });
  const open = ({ kind, id }: Pick<SearchHit, 'kind' | 'id'>) => {
    if (kind === 'patient') void navigate({ to: paths.patient(id) });
    else if (kind === 'invoice') void navigate({ to: paths.invoice(id) });
    else void navigate({ to: '.', search: (now) => ({ ...now, appointment: id }) });
  };
  return {
    ofRecent: (patient: PatientSummary): Entry => ({
      id: `recent-${patient.id}`,
      group: 'recent',
      label: format.name(patient),
      aside: asideOf.person(patient.dateOfBirth, patient.phone),
      run: () => open({ kind: 'patient', id: patient.id }),
    }),
    ofHit: (hit: SearchHit): Entry => ({
      id: `${hit.kind}-${hit.id}`,
      group: hit.kind,
      label: hit.kind === 'invoice' ? hit.title || t('draft') : name(hit.title),
      aside: asideOf.hit(hit, name),
      run: () => open(hit),
    }),
    /**
     * What is not shown: the list of patients has every one of them; of the others more can stand here, once, and a patient's
     * own page has them all.
     */
    ofRest: (q: string, { data, totals }: SearchResult, more: (() => void) | undefined): Entry[] => {
      const rest = restOf({ data, totals });
      const [best] = data;
      const further = (group: 'appointment' | 'invoice', tab: string): Entry[] => {
        if (!rest[group] || !best) return [];
        if (more) return [{ ...restEntry(group, rest[group], more), stays: true }];
        return [restEntry(group, rest[group], () => void navigate({ to: paths.patientTab(best.patientId, tab) }))];
      };
      const everybody = () => void navigate({ to: paths.patients(), search: { q } });
      return [
        ...(rest.patient ? [restEntry('patient', rest.patient, everybody)] : []),
        ...further('appointment', 'appointments'),
        ...further('invoice', 'billing'),
      ];
    },
  };
}

/** What tells a hit from its neighbours, as the reader writes dates, numbers and states. */
function useAsides() {
  const format = useFormat();
  const appointment = useWords(appointmentWords);
  const money = useWords(moneyWords);
  const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  const person = (birth: string, phone: string | null | undefined) => join(format.civil(birth), phone && readablePhone(phone));
  const hit = ({ kind, snippet, snippetIn, at, status }: SearchHit, name: (text: string) => string) => {
    if (kind === 'patient') {
      const [birth = '', phone] = snippet.split(' · ');
      return person(birth, phone);
    }
    if (kind === 'invoice') {
      const standing = standingOf({ status: status as InvoiceStatus, appointmentStatus: null, paid: { amount: 0 } });
      return join(name(snippet), at && format.date(at), money(`standing.${standing}`));
    }
    return join(
      at && `${format.date(at)}, ${format.time(at)}`,
      format.called({ name: snippet, nameIn: snippetIn }),
      appointment(`status.${status as AppointmentStatus}`),
    );
  };
  return { person, hit };
}
