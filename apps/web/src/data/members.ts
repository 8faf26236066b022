import { queryOptions, useMutation } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { useRenew } from './client/renew.js';
import { answered, api, ifMatch, everyPage } from './client/api.js';

// Those who work here, `staff` to the API. The file is named otherwise since the bundle's own file of their frame is called staff.

export type Member = Answer<'StaffDto'>;
type MemberChange = Answer<'UpdateStaffDto'>;

const PAGE = 200;

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: () => everyPage((at) => answered(api.GET('/api/v1/staff', { params: { query: { limit: PAGE, ...at } } }))),
});

export const useRenewStaff = () => useRenew('staff');

export const inviteMember = (body: Answer<'InviteStaffDto'>) => answered(api.POST('/api/v1/staff', { body }));

export const updateMember = (member: Member, body: MemberChange) =>
  answered(api.PATCH('/api/v1/staff/{id}', { params: { path: { id: member.id } }, headers: ifMatch(member), body }));

export function useActivate(onDone: (member: Member) => void, onRefused: (error: unknown) => void) {
  const renewStaff = useRenewStaff();
  return useMutation({
    mutationFn: ({ member, active }: { member: Member; active: boolean }) => updateMember(member, { active }),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: renewStaff,
  });
}

/** Ends every session that somebody has in this clinic; they may sign in again. */
export function useSignOut(onDone: () => void) {
  return useMutation({
    mutationFn: ({ id }: Member) => answered(api.DELETE('/api/v1/staff/{id}/sessions', { params: { path: { id } } })),
    onSuccess: onDone,
  });
}

/** Ends somebody's password, second factors, sessions and invitations and stops their keys; a mail brings them a link for a new password. */
export function useResetSignIn(onDone: () => void) {
  return useMutation({
    mutationFn: ({ id }: Member) => answered(api.POST('/api/v1/staff/{id}/sign-in-reset', { params: { path: { id } } })),
    onSuccess: onDone,
  });
}

/** The same invitation once more, with a new link; the older one stops working. */
export function useInviteAgain(onDone: (member: Member) => void, onRefused: (error: unknown) => void) {
  const renewStaff = useRenewStaff();
  return useMutation({
    mutationFn: ({ email, firstName, lastName, roles }: Member) => inviteMember({ email: email ?? '', firstName, lastName, roles }),
    onSuccess: onDone,
    onError: onRefused,
    onSettled: renewStaff,
  });
}
