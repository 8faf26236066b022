import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import { toastProblem } from '../ui/toasts.js';

export type Template = Answer<'NoteTemplateDto'>;
type TemplateChange = Answer<'UpdateNoteTemplateDto'>;

export const updateTemplate = (template: Template, body: TemplateChange) =>
  answered(api.PUT('/api/v1/note-templates/{id}', { params: { path: { id: template.id } }, headers: ifMatch(template), body }));

export function useOffer(onDone: (template: Template) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ template, active }: { template: Template; active: boolean }) =>
      updateTemplate(template, { name: template.name, sections: template.sections, active }),
    onSuccess: onDone,
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['note-templates'] }),
  });
}

export function useDuplicate(onDone: (copy: Template) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ template, name }: { template: Template; name: Template['name'] }) => {
      const { profession, sections } = template;
      return answered(api.POST('/api/v1/note-templates', { body: { name, sections, ...(profession && { profession }) } }));
    },
    onSuccess: (copy) => {
      void queries.invalidateQueries({ queryKey: ['note-templates'] });
      onDone(copy);
    },
    onError: toastProblem,
  });
}
