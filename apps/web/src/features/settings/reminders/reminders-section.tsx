import { Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead, useMayChange } from '../parts/section-head.js';
import { inUnits } from './minute-units.js';
import { createRule, type Rule, rulesQuery, useRemoveRule, useSwitchRule, useRenewRules } from '../../../data/reminders.js';
import { remindersWords } from './reminders-words.js';
import { RuleDialog } from './rule-dialog.js';
import { Texts } from './texts.js';

/** When patients are reminded, and in which words. */
export function RemindersSection() {
  const t = useWords(remindersWords);
  const may = useMayChange('reminders');
  const rules = useQuery(rulesQuery);
  const [edited, setEdited] = useState<Rule | 'new'>();
  return (
    <Stack gap="lg">
      <SectionHead section="reminders" lead={t('lead')} action={<Button onClick={() => setEdited('new')}>{t('add')}</Button>} />
      <Stack gap="sm" component="section" aria-labelledby="rules-title">
        <Title order={2} size="h4" id="rules-title">
          {t('rules')}
        </Title>
        <Asked query={rules} empty={t('noRules')}>
          {(all) => (
            <Rows label={t('rules')}>
              {all.map((rule) => (
                <RuleRow key={rule.id} rule={rule} onEdit={() => setEdited(rule)} />
              ))}
            </Rows>
          )}
        </Asked>
      </Stack>
      <Stack gap="sm" component="section" aria-labelledby="texts-title">
        <div>
          <Title order={2} size="h4" id="texts-title">
            {t('texts')}
          </Title>
          <Text c="dimmed">{t('textsLead')}</Text>
        </div>
        <Texts mayChange={may} />
      </Stack>
      {edited && <RuleDialog rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Stack>
  );
}

function useRuleName() {
  const t = useWords(remindersWords);
  return ({ channel, minutesBefore }: Rule) => {
    const { count, unit } = inUnits(minutesBefore);
    return t('ruleName', { channel: t(`channel.${channel}`), before: t(`before.${unit}`, { count }) });
  };
}

function RuleRow({ rule, onEdit }: { rule: Rule; onEdit: () => void }) {
  const t = useWords(remindersWords);
  const may = useMayChange('reminders');
  const renewRules = useRenewRules();
  const name = useRuleName()(rule);
  const change = useSwitchRule(toastProblem);
  const restore = () =>
    void createRule({ channel: rule.channel, minutesBefore: rule.minutesBefore, active: rule.active })
      .catch(toastProblem)
      .finally(() => void renewRules());
  const remove = useRemoveRule(() => toastDone(t('removed', { rule: name }), { label: name, run: restore }), toastProblem);
  return (
    <Row
      name={name}
      actions={
        <Group gap="md">
          <Switch
            label={t('active')}
            aria-label={t('switchOf', { rule: name })}
            checked={rule.active}
            disabled={!may || change.isPending}
            onChange={(event) => change.mutate({ rule, active: event.currentTarget.checked })}
          />
          {may && (
            <Group gap={6}>
              <Button variant="default" aria-label={t('editOf', { rule: name })} onClick={onEdit}>
                {t('edit')}
              </Button>
              <Button
                variant="default"
                aria-label={t('removeOf', { rule: name })}
                loading={remove.isPending}
                onClick={() => remove.mutate(rule)}
              >
                {t('remove')}
              </Button>
            </Group>
          )}
        </Group>
      }
    />
  );
}
