import type { TemplateSection } from '@keel/contracts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { answered, api, ifMatch } from './client/api.js';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';

/** The API describes a question of any type in one shape; what it has beside that follows from its type. */
export type NoteTemplate = Omit<Answer<'NoteTemplateDto'>, 'sections'> & { sections: TemplateSection[] };
type TemplateChange = Answer<'UpdateNoteTemplateDto'>;

const aTemplate = async (call: Parameters<typeof answered<Answer<'NoteTemplateDto'>>>[0]) => (await answered(call)) as NoteTemplate;

export const templatesQuery = queryOptions({
  queryKey: ['note-templates'],
  queryFn: async () => (await answered(api.GET('/api/v1/note-templates'))).data as NoteTemplate[],
});

/** What a note answers: a version never changes. */
export const templateVersionQuery = ({ templateId, templateVersion }: Pick<Answer<'NoteDto'>, 'templateId' | 'templateVersion'>) =>
  queryOptions({
    queryKey: ['note-templates', templateId, templateVersion],
    staleTime: Infinity,
    queryFn: () =>
      aTemplate(
        api.GET('/api/v1/note-templates/{id}/versions/{number}', { params: { path: { id: templateId, number: templateVersion } } }),
      ),
  });

export const useRenewTemplates = () => useRenew('note-templates');

export const updateTemplate = (template: NoteTemplate, body: TemplateChange) =>
  aTemplate(api.PUT('/api/v1/note-templates/{id}', { params: { path: { id: template.id } }, headers: ifMatch(template), body }));

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
      return aTemplate(api.POST('/api/v1/note-templates', { body: { name, sections, ...(profession && { profession }) } }));
    },
    onSuccess: (copy) => {
      void renewTemplates();
      onDone(copy);
    },
    onError: onRefused,
  });
}
