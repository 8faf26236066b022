import { Button, Card, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { answered, api } from '../../api/call.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageTitle } from '../../ui/title.js';
import { proofWords } from '../proof/proof-words.js';

/** Behind the link of the mail that asks whose address it is. A press confirms: programs that look at links press nothing. */
export function AddressPage() {
  const t = useWords(proofWords);
  const { token } = useParams({ from: '/public/address/$token' });
  const confirm = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/address-proof/{token}/confirm', { params: { path: { token } } })),
  });
  return (
    <Card withBorder p={{ base: 'lg', sm: 'xl' }} maw={480} mx="auto">
      {confirm.isSuccess ? (
        <Stack>
          <PageTitle text={t('link.doneTitle')} />
          <Text role="status">{t('link.done')}</Text>
          <Button component="a" href={paths.start()} size="md">
            {t('link.toKeel')}
          </Button>
        </Stack>
      ) : (
        <Stack>
          <PageTitle text={t('title')} />
          <Text>{t('link.lead')}</Text>
          <ProblemNotice error={confirm.error} />
          <Button size="md" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('link.submit')}
          </Button>
        </Stack>
      )}
    </Card>
  );
}
