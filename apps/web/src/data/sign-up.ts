import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './client/api.js';
import type { Answer } from './client/problem.js';

export type NewClinic = Answer<'SignUpDto'>;

/** Whether a clinic can be started here at all. */
export const signUpOpenQuery = queryOptions({ queryKey: ['sign-up'], queryFn: () => answered(api.GET('/api/v1/sign-up')) });

export const foundClinic = (clinic: NewClinic) => answered(api.POST('/api/v1/clinics', { body: clinic }));
