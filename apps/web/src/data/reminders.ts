import { queryOptions, useMutation } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';
import { answered, api, ifMatch } from './client/api.js';

export type Rule = Answer<'ReminderRuleDto'>;
export type MessageText = Answer<'MessageTemplateDto'>;
type NewRule = Answer<'CreateReminderRuleDto'>;

export const rulesQuery = queryOptions({
  queryKey: ['reminder-rules'],
  queryFn: async () => (await answered(api.GET('/api/v1/reminder-rules'))).data,
});

export const textsQuery = queryOptions({
  queryKey: ['message-templates'],
  queryFn: async () => (await answered(api.GET('/api/v1/message-templates'))).data,
});

export const useRenewRules = () => useRenew('reminder-rules');
export const useRenewTexts = () => useRenew('message-templates');

export const createRule = (body: NewRule) => answered(api.POST('/api/v1/reminder-rules', { body }));

export const updateRule = (rule: Rule, body: Answer<'UpdateReminderRuleDto'>) =>
  answered(api.PATCH('/api/v1/reminder-rules/{id}', { params: { path: { id: rule.id } }, headers: ifMatch(rule), body }));

export const updateText = (text: MessageText, body: Answer<'UpdateMessageTemplateDto'>) =>
  answered(api.PATCH('/api/v1/message-templates/{id}', { params: { path: { id: text.id } }, headers: ifMatch(text), body }));

export function useSwitchRule(onRefused: (error: unknown) => void) {
  const renewRules = useRenewRules();
  return useMutation({
    mutationFn: ({ rule, active }: { rule: Rule; active: boolean }) => updateRule(rule, { active }),
    onError: onRefused,
    onSettled: renewRules,
  });
}

export function useRemoveRule(onRemoved: (rule: Rule) => void, onRefused: (error: unknown) => void) {
  const renewRules = useRenewRules();
  return useMutation({
    mutationFn: async (rule: Rule) => {
      await answered(api.DELETE('/api/v1/reminder-rules/{id}', { params: { path: { id: rule.id } } }));
      return rule;
    },
    onSuccess: onRemoved,
    onError: onRefused,
    onSettled: renewRules,
  });
}
