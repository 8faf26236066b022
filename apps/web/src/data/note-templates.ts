import { queryOptions, useMutation } from '@tanstack/react-query';
import { answered, api, ifMatch } from './client/api.js';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';

export type NoteTemplate = Answer<'NoteTemplateDto'>;
type TemplateChange = Answer<'UpdateNoteTemplateDto'>;

export const templatesQuery = queryOptions({
  queryKey: ['note-templates'],
  queryFn: async () => (await answered(api.GET('/api/v1/note-templates'))).data,
});

/** What a note answers: a version never changes. */
export const templateVersionQuery = ({ templateId, templateVersion }: Pick<Answer<'NoteDto'>, 'templateId' | 'templateVersion'>) =>
  queryOptions({
    queryKey: ['note-templates', templateId, templateVersion],
    staleTime: Infinity,
    queryFn: () =>
      answered(api.GET('/api/v1/note-templates/{id}/versions/{number}', { params: { path: { id: templateId, number: templateVersion } } })),
  });

export const useRenewTemplates = () => useRenew('note-templates');

export const updateTemplate = (template: NoteTemplate, body: TemplateChange) =>
  answered(api.PUT('/api/v1/note-templates/{id}', { params: { path: { id: template.id } }, headers: ifMatch(template), body }));

export function useOffer(onDone: (template: NoteTemplate) => void, onRefused: (error: unknown) => void) {
  const renewTemplates = useRenewTemplates();
  return useMutation({
    mutationFn: ({ template, active }: { template: NoteTemplate; active: boolean }) =>
      updateTemplate(template, { name: template.name, sections: template.sections, active }),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: renewTemplates,
  });
}

export function useDuplicate(onDone: (copy: NoteTemplate) => void, onRefused: (error: unknown) => void) {
  const renewTemplates = useRenewTemplates();
  return useMutation({
    mutationFn: ({ template, name }: { template: NoteTemplate; name: NoteTemplate['name'] }) => {
      const { profession, sections } = template;
      return answered(api.POST('/api/v1/note-templates', { body: { name, sections, ...(profession && { profession }) } }));
    },
    onSuccess: (copy) => {
      void renewTemplates();
      onDone(copy);
    },
    onError: onRefused,
  });
}
