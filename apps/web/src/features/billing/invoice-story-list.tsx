import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { messagesOfAppointmentQuery } from '../../data/messages.js';
import { useCan } from '../../session/use-session.js';
import type { Invoice } from '../../data/invoices.js';
import classes from './invoice.module.css';
import { type Chapter, storyOf } from './invoice-story.js';
import { invoiceWords } from './invoice-words.js';
import { useMethodName } from '../../ui/invoices/use-method-name.js';

/** What happened to the invoice and was written about its appointment, oldest first. */
export function InvoiceStory({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  const format = useFormat();
  const can = useCan();
  const { appointmentId } = invoice;
  const enabled = appointmentId !== null && can('message:read');
  const messages = useQuery({ ...messagesOfAppointmentQuery(appointmentId ?? ''), enabled });
  const words = useChapterWords(invoice);
  const story = storyOf(invoice, messages.data);
  return (
    <Stack gap={4} component="section" aria-labelledby="invoice-story">
      <Title order={2} size="h5" id="invoice-story">
        {t('story')}
      </Title>
      {story.length === 0 && <Text c="dimmed">{t('storyEmpty')}</Text>}
      <ol className={classes['story']}>
        {story.map((chapter) => (
          <li key={`${chapter.kind} ${chapter.at}`}>
            <Text>{words(chapter)}</Text>
            <Text size="xs" c="dimmed">
              {format.dayTime(chapter.at)}
            </Text>
          </li>
        ))}
      </ol>
    </Stack>
  );
}

function useChapterWords(invoice: Invoice): (chapter: Chapter) => string {
  const t = useWords(invoiceWords);
  const methodName = useMethodName();
  const format = useFormat();
  return (chapter) => {
    switch (chapter.kind) {
      case 'issued':
        return t('chapter.issued', { amount: format.money(invoice.total) });
      case 'voided':
        return invoice.voidReason ? t('chapter.voidedWhy', { reason: invoice.voidReason }) : t('chapter.voided');
      case 'paid': {
        const { amount, method, reference } = chapter.payment;
        const said = t('chapter.paid', { amount: format.money(amount), method: methodName(method) });
        return reference ? `${said} · ${reference}` : said;
      }
      case 'takenBack': {
        const { amount, reversal } = chapter.payment;
        return t('chapter.takenBack', { amount: format.money(amount), reason: reversal?.reason ?? '' });
      }
      case 'message':
        return t('chapter.reminder', { channel: t(`channel.${chapter.message.channel}`) });
    }
  };
}
