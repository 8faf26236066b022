import { taxName } from '@keel/money';
import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useCan } from '../../session/use-session.js';
import type { About, PaperGaps } from './paper-gaps.js';
import { paperGapsWords } from './paper-gaps-words.js';
import { usePaperGaps } from './use-paper-gaps.js';

interface Props extends PaperGaps {
  /** True on the page where it is entered. */
  here?: boolean;
}

/** What receipts will lack, and where it is mended. It hinders nothing: who charges no tax yet may be right. */
export function PaperGapsNotice({ taxes, places, here = false }: Props) {
  const t = useWords(paperGapsWords);
  const language = useLanguage();
  const may = useCan()('clinic:manage');
  if (taxes.length === 0 && places.length === 0) return null;
  const names = taxes.map((tax) => taxName(tax, language)).join(' + ');
  const way = (section: 'clinic' | 'locations', text: string) => {
    if (here) return null;
    if (!may) return ` ${t('notYou')}`;
    return (
      <>
        {' '}
        <Anchor c="inherit" underline="always" inherit renderRoot={(props) => <Link to={paths.settingsSection(section)} {...props} />}>
          {text}
        </Anchor>
      </>
    );
  };
  return (
    <Alert role="note" color="yellow" p="xs" data-noprint>
      <Stack gap={4}>
        {taxes.length > 0 && (
          <Text size="sm">
            {t(taxes.length > 1 ? 'taxes' : 'tax', { taxes: names })}
            {way('clinic', t('toTax'))}
          </Text>
        )}
        {places.length > 0 && (
          <Text size="sm">
            {t('place', { places: places.join(', ') })}
            {way('locations', t('toPlace'))}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}

/** The same, read off the clinic's own records: of one appointment or invoice, or of all that it does. */
export function PaperGapsOf({ about }: { about?: About }) {
  const gaps = usePaperGaps(about);
  return gaps ? <PaperGapsNotice {...gaps} /> : null;
}
