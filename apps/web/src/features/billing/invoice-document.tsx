import { collegeFor, inSentence, titleFor } from '@keel/contracts';
import { namedTaxNumbers } from '@keel/money';
import { Text, Title } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import type { Invoice } from '../../data/invoices.js';
import { DraftEditor } from './draft-editor.js';
import classes from './invoice.module.css';
import { InvoiceLines } from './invoice-lines.js';
import { InvoiceSums } from './invoice-sums.js';
import { invoiceWords } from './invoice-words.js';
import { StandingBadge } from './standing-badge.js';
import { useObstacleText } from '../../ui/invoices/use-obstacle.js';
import { usePrivacy } from '../../ui/privacy.js';
import { Unbroken } from '../../ui/unbroken.js';

/** The invoice as a sheet of paper: what an insurer asks for, and nothing that has changed since it was issued. */
export function InvoiceDocument({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  const locked = useObstacleText('edit', invoice);
  return (
    <article className={classes['paper']} aria-label={invoice.number ? t('title', { number: invoice.number }) : t('draftTitle')}>
      <Head invoice={invoice} />
      {invoice.status === 'void' && <p className={classes['voided']}>{t('voided')}</p>}
      {invoice.status === 'draft' && <Text c="dimmed">{t(invoice.discardedAt ? 'discarded' : 'draftHint')}</Text>}
      <People invoice={invoice} />
      {locked ? (
        <>
          <InvoiceLines invoice={invoice} />
          <InvoiceSums invoice={invoice} sums={invoice} />
        </>
      ) : (
        <DraftEditor key={invoice.id} invoice={invoice} />
      )}
    </article>
  );
}

function Head({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  const format = useFormat();
  const { clinic, location } = usePrinted(invoice);
  const reach = [clinic.phone, clinic.email].filter(Boolean).join(' · ');
  const taxNumbers = namedTaxNumbers(clinic.taxNumbers, format.language).map((tax) =>
    t(clinic.country === 'US' ? 'taxNumberUs' : 'taxNumber', tax),
  );
  return (
    <header className={classes['head']}>
      <div>
        <Title order={2} size="h4">
          <bdi>{clinic.name}</bdi>
        </Title>
        {[...location.lines, reach, ...taxNumbers].filter(Boolean).map((line) => (
          <Text key={line} c="dimmed" size="xs">
            <bdi>
              <Unbroken text={line} />
            </bdi>
          </Text>
        ))}
      </div>
      <div className={classes['number']}>
        <Text fw={650}>{invoice.number ? t('title', { number: invoice.number }) : t('draftTitle')}</Text>
        {invoice.issuedAt && (
          <Text c="dimmed" size="xs">
            {t('issued')} {format.date(invoice.issuedAt)}
          </Text>
        )}
        <StandingBadge invoice={invoice} />
      </div>
    </header>
  );
}

function People({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  const format = useFormat();
  const { clinic, patientName, practitioner, location, appointment } = usePrinted(invoice);
  const { language } = format;
  const { name: by, registrationNumber } = practitioner;
  const facts = [
    ['patient', patientName],
    ['practitioner', [inSentence(by), titleFor(language, clinic.country, practitioner)].filter(Boolean).join(', ')],
    [
      clinic.country === 'US' ? 'registrationUs' : 'registration',
      [registrationNumber, collegeFor(language, practitioner)].filter(Boolean).join(' · '),
    ],
    [
      'date',
      [format.civil(invoice.serviceDate, 'longDate'), appointment && t('minutes', { minutes: appointment.minutes })]
        .filter(Boolean)
        .join(' · '),
    ],
    ['place', location.name],
  ] as const;
  return (
    <dl className={classes['people']}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What an invoice says about people and places: as at issue, or as they are today while it is a draft. */
function usePrinted({ printed, patient }: Invoice): Invoice['printed'] {
  const format = useFormat();
  const { hidden } = usePrivacy();
  return hidden ? { ...printed, patientName: format.name(patient) } : printed;
}
