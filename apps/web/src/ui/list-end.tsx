import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { listCount } from './counted.js';
import { listWords } from './list-words.js';

interface Props {
  /** As an infinite query has it. */
  list: {
    data: { pages: readonly { data: readonly unknown[]; total: number | string }[] } | undefined;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  /** What the way to the next of them says; by default that there are more. */
  more?: string;
}

/** How many of a list stand here and how many there are, and the way to the next of them. */
export function ListEnd({ list, more }: Props) {
  const t = useWords(listWords);
  const { shown, total } = listCount(list.data?.pages ?? []);
  if (shown === 0) return null;
  return (
    <Group gap="md">
      <Text size="sm" c="dimmed" role="status">
        {list.hasNextPage ? t('shown', { shown, total }) : t('whole', { total })}
      </Text>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more ?? t('more')}
        </Button>
      )}
    </Group>
  );
}
