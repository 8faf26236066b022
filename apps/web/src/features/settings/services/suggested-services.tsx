import { Button, Checkbox, Paper, Stack, Text, Title } from '@mantine/core';
import { languageOf, type Profession } from '@keel/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../../i18n/index.js';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { MoneyInput } from '../../../ui/money-input.js';
import { LeaveGuard } from '../../../ui/leave-guard.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { toastDone } from '../../../ui/toasts.js';
import { parseMoney } from '../../../ui/typed-money.js';
import { practitionersQuery } from '../../../data/practitioners.js';
import { createService, type Service, useRenewServices } from '../../../data/services.js';
import { useProfessions } from '../../../ui/clinic/use-professions.js';
import { useSession } from '../../../session/use-session.js';
import { servicesWords } from './services-words.js';
import classes from './suggested-services.module.css';
import { type SuggestedService, suggestedServices } from './suggestions.js';

/** For each profession of the clinic that offers nothing yet: what is usual, with the prices to fill in. */
export function SuggestedServices({ services }: { services: Service[] }) {
  const t = useWords(servicesWords);
  const practitioners = useQuery(practitionersQuery);
  const offered = new Set(services.map(({ profession }) => profession));
  const professions = new Set((practitioners.data ?? []).filter(({ active }) => active).map(({ profession }) => profession));
  const [unfinished, setUnfinished] = useState<readonly Profession[]>([]);
  if (practitioners.data && professions.size === 0) return <Text c="dimmed">{t('suggest.nobody')}</Text>;
  return [...professions]
    .filter((profession) => !offered.has(profession) || unfinished.includes(profession))
    .map((one) => <OfProfession key={one} profession={one} onUnfinished={(open) => setUnfinished(open ? [...unfinished, one] : [])} />);
}

interface Line extends SuggestedService {
  ticked: boolean;
  price: string;
}

interface Props {
  profession: Profession;
  /** Some are made and some are not: the rest must not go from the screen. */
  onUnfinished: (unfinished: boolean) => void;
}

function OfProfession({ profession, onUnfinished }: Props) {
  const t = useWords(servicesWords);
  const professions = useProfessions();
  const format = useFormat();
  const { lines, change, faulty, add } = useSuggestions(profession, onUnfinished);
  const ticked = lines.filter((line) => line.ticked).length;
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add.submit();
      }}
    >
      <LeaveGuard unsaved={lines.some(({ price }) => price !== '')} />
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('suggest.title', { field: professions.field(profession).toLocaleLowerCase() })}
        </Title>
        <Text c="dimmed">{t('suggest.lead')}</Text>
        {lines.map((line) => (
          <div key={line.name} className={classes['line']}>
            <Checkbox
              className={classes['what']}
              label={`${format.called(line)} · ${t('minutes', { count: line.durationMinutes })}`}
              checked={line.ticked}
              onChange={(event) => change(line, { ticked: event.currentTarget.checked })}
            />
            <MoneyInput
              className={classes['price']}
              aria-label={t('suggest.priceOf', { name: format.called(line) })}
              placeholder={t('suggest.price')}
              value={line.price}
              onChange={(price) => change(line, { price, ...(price && { ticked: true }) })}
              error={faulty(line) ? t('priceFault') : undefined}
            />
          </div>
        ))}
        <ProblemNotice error={add.error} />
        <Button type="submit" loading={add.busy} disabled={ticked === 0} style={{ alignSelf: 'flex-start' }}>
          {ticked === 0 ? t('suggest.none') : t('suggest.add', { count: ticked })}
        </Button>
      </Stack>
    </Paper>
  );
}

/** What is ticked and priced; what was made goes from the list, so that another try after a failure makes nothing twice. */
function useSuggestions(profession: Profession, onUnfinished: (unfinished: boolean) => void) {
  const t = useWords(servicesWords);
  const language = useLanguage();
  const renewServices = useRenewServices();
  const { clinic } = useSession();
  const [lines, setLines] = useState<Line[]>(() =>
    suggestedServices(profession, clinic.country, languageOf(clinic.locale)).map((one, at) => ({ ...one, ticked: at < 2, price: '' })),
  );
  const [checked, setChecked] = useState(false);
  const isFaulty = ({ ticked, price }: Line) => ticked && parseMoney(price, language) === undefined;
  const adding = useMutation({
    mutationFn: async (chosen: Line[]) => {
      for (const { ticked: _, price, ...service } of chosen) {
        await createService({ ...service, price: { amount: parseMoney(price, language) ?? 0, currency: clinic.currency } });
        setLines((now) => now.filter(({ name }) => name !== service.name));
      }
      return chosen.length;
    },
    onSuccess: (count) => {
      onUnfinished(false);
      toastDone(t('suggest.added', { count }));
    },
    onError: () => onUnfinished(true),
    onSettled: renewServices,
  });
  return {
    lines,
    change: (line: Line, part: Partial<Line>) => setLines((now) => now.map((one) => (one.name === line.name ? { ...one, ...part } : one))),
    faulty: (line: Line) => checked && isFaulty(line),
    add: {
      submit: () => {
        setChecked(true);
        if (!lines.some(isFaulty) && !adding.isPending) adding.mutate(lines.filter(({ ticked }) => ticked));
      },
      busy: adding.isPending,
      error: adding.error,
    },
  };
}
