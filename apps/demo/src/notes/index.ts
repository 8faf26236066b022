import type { AnsweredSection, Profession } from '@keel/contracts';
import { COUNSELLING } from './counselling.js';
import { FOOT_CARE } from './foot-care.js';
import { MASSAGE_THERAPY } from './massage-therapy.js';
import { OCCUPATIONAL_THERAPY } from './occupational-therapy.js';
import { PHYSIOTHERAPY } from './physiotherapy.js';
import type { Course } from './words.js';

const COURSES: Readonly<Record<Profession, readonly Course[]>> = {
  physiotherapist: PHYSIOTHERAPY,
  massage_therapist: MASSAGE_THERAPY,
  foot_care_nurse: FOOT_CARE,
  occupational_therapist: OCCUPATIONAL_THERAPY,
  counsellor: COUNSELLING,
};

/** What the profession writes of this person at this appointment: each has one complaint, which goes on from appointment to appointment. */
export function noteSections(profession: Profession, patient: number, session: number): AnsweredSection[] {
  const courses = COURSES[profession];
  const course = courses[patient % courses.length];
  if (!course) throw new Error(`No notes are written for ${profession}`);
  return Object.entries(course(Math.max(1, session))).map(([key, answers]) => ({
    key,
    answers: Object.entries(answers).map(([key, value]) => ({ key, value })),
  }));
}
