import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';
import { renew } from './client/renew.js';

type AddressProof = Answer<'AddressProofDto'>;

export const proofQuery = queryOptions({
  queryKey: ['address-proof'],
  queryFn: () => answered(api.GET('/api/v1/address-proof')),
});

/** Each answers with how the address stands; a clinic that is proved says so on every page. */
function useProof<T>(ask: (value: T) => Promise<AddressProof>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: (state) => {
      queries.setQueryData(proofQuery.queryKey, state);
      if (state.clinicProved) void renew(queries, 'session');
    },
  });
}

export const useProve = () => useProof((code: string) => answered(api.POST('/api/v1/address-proof', { body: { code } })));
export const useMailAgain = () => useProof((_: undefined) => answered(api.POST('/api/v1/address-proof/mail')));
export const useCorrectAddress = () => useProof((email: string) => answered(api.PUT('/api/v1/address-proof/address', { body: { email } })));
