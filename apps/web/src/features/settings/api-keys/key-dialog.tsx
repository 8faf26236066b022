import { Button, Checkbox, Fieldset, Group, Modal, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { Permission } from '@keel/contracts';
import { useState } from 'react';
import { useWords, type TextsOf } from '../../../i18n/words.js';
import { useCan } from '../../../session/use-session.js';
import { RecordDialog } from '../../../ui/forms/record-dialog.js';
import { useRecordForm } from '../../../ui/forms/use-record-form.js';
import { createKey, type CreatedKey, useRenewKeys } from '../../../data/api-keys.js';
import { apiKeysWords } from './api-keys-words.js';
import { GROUPS, SCOPE_GROUPS, type ScopeGroup } from './scopes.js';

interface KeyValues extends Record<string, unknown> {
  name: string;
  scopes: Permission[];
  lasts: Lasting;
}

const DAYS = { month: 30, quarter: 90, year: 365, years: 3 * 365 } as const;
type Lasting = keyof typeof DAYS;
const LASTING = Object.keys(DAYS) as Lasting[];

const expiryOf = (lasts: Lasting): string => new Date(Date.now() + DAYS[lasts] * 86_400_000).toISOString();

/** What a key is for and what it may do; then the key, this once. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const [created, setCreated] = useState<CreatedKey>();
  return created ? <TheKey created={created} onClose={onClose} /> : <NewKey onCreated={setCreated} onClose={onClose} />;
}

function NewKey({ onCreated, onClose }: { onCreated: (key: CreatedKey) => void; onClose: () => void }) {
  const t = useWords(apiKeysWords);
  const renewKeys = useRenewKeys();
  const of = useRecordForm<CreatedKey, KeyValues>({
    values: { name: '', scopes: [], lasts: 'year' },
    validate: ({ name, scopes }) => ({
      ...(!name.trim() && { name: t('nameFault') }),
      ...(scopes.length === 0 && { scopes: t('scopesFault') }),
    }),
    save: ({ name, scopes, lasts }) => createKey({ name: name.trim(), scopes, expiresAt: expiryOf(lasts) }),
    onSaved: (created) => {
      void renewKeys();
      onCreated(created);
    },
  });
  const { form } = of;
  return (
    <RecordDialog title={t('addTitle')} of={of} labels={{}} submitLabel={t('add')} onClose={onClose}>
      <TextInput label={t('name')} description={t('nameHint')} maxLength={100} data-autofocus {...form.getInputProps('name')} />
      <NativeSelect
        label={t('expiry')}
        description={t('expiryHint')}
        data={LASTING.map((value) => ({ value, label: t(`expiryIn.${value}`) }))}
        {...form.getInputProps('lasts')}
      />
      <Checkbox.Group
        label={t('scopes')}
        description={t('scopesHint')}
        value={form.values.scopes}
        onChange={(scopes) => form.setFieldValue('scopes', scopes as Permission[])}
        error={form.errors['scopes']}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm" mt={6}>
          {GROUPS.map((group) => (
            <Scopes key={group} group={group} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </RecordDialog>
  );
}

/** What a right allows, in words. */
export function useScopeWord(): (permission: Permission) => string {
  const t = useWords(apiKeysWords);
  return (permission) => t(`scope.${permission.replace(':', '-') as keyof TextsOf<typeof apiKeysWords>['scope']}`);
}

function Scopes({ group }: { group: ScopeGroup }) {
  const t = useWords(apiKeysWords);
  const can = useCan();
  const wordOf = useScopeWord();
  return (
    <Fieldset legend={t(`group.${group}`)} styles={{ legend: { fontWeight: 600, paddingInline: 6 } }}>
      <Stack gap={8}>
        {SCOPE_GROUPS[group].map((permission) => (
          <Checkbox
            key={permission}
            value={permission}
            label={wordOf(permission)}
            disabled={!can(permission)}
            description={can(permission) ? undefined : t('notYours')}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

/** The key is nowhere else: it stays until somebody says that they have it. `replaces` where a program had another until now. */
export function TheKey({ created, replaces = false, onClose }: { created: CreatedKey; replaces?: boolean; onClose: () => void }) {
  const t = useWords(apiKeysWords);
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(created.key).then(() => setCopied(true));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('created')}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        {replaces && <Text fw={600}>{t('replacedLead')}</Text>}
        <Text>{t('createdLead')}</Text>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('key')}
            readOnly
            value={created.key}
            onFocus={(event) => event.currentTarget.select()}
            styles={{ input: { fontFamily: 'monospace' } }}
            data-autofocus
          />
          <Button variant="default" onClick={copy}>
            {copied ? t('copied') : t('copy')}
          </Button>
        </Group>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
