import { useWords, type TextsOf } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { chartWords } from './chart-words.js';
import type { ChartEntry } from '../../../data/chart.js';

interface EntryFacts {
  /** How it stands, where that is not simply "active". */
  state: string;
  /** What must not be overlooked. */
  danger: string;
  facts: string;
}

/** What a line of the chart says of an entry besides its name. */
export function useEntryFacts(entry: ChartEntry): EntryFacts {
  const t = useWords(chartWords);
  const format = useFormat();
  const value = (name: keyof TextsOf<typeof chartWords>['value'] | null) => name && t(`value.${name}`);
  const since = (day: string | null) => day && t('since', { date: format.civil(day) });
  const until = (day: string | null) => day && t('until', { date: format.civil(day) });
  const join = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  if ('status' in entry) {
    const { status, dosage, reason, prescriber, startDate, endDate, comment } = entry;
    const prescribed = prescriber && `${t('field.prescriber')} ${prescriber}`;
    return {
      state: status === 'active' ? '' : t(`value.${status}`),
      danger: '',
      facts: join(dosage, reason, prescribed, since(startDate), until(endDate), comment),
    };
  }
  const { clinicalStatus, verificationStatus } = entry;
  const unsure = verificationStatus === 'confirmed' ? '' : t(`value.${verificationStatus}`);
  const state = join(clinicalStatus === 'active' ? '' : t(`value.${clinicalStatus}`), unsure);
  if ('reactions' in entry) {
    const reactions = entry.reactions.map(({ manifestation, severity }) => join(manifestation, value(severity ?? null)));
    const danger = entry.criticality === 'high' ? t('highRisk') : '';
    return { state, danger, facts: join(reactions.join(', '), value(entry.category), since(entry.onsetDate), entry.comment) };
  }
  const { severity, bodySite, onsetDate, abatementDate, comment } = entry;
  return { state, danger: '', facts: join(bodySite, value(severity), since(onsetDate), until(abatementDate), comment) };
}
