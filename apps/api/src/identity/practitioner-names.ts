import { collegeName, type Country, keptNames, type LocalText, titleName } from '@keel/contracts';
import { InvalidProblem } from '../platform/index.js';

interface Names {
  title: string;
  titleIn?: LocalText | null | undefined;
  college?: string | null | undefined;
  collegeIn?: LocalText | null | undefined;
}

/** What a title and a college are called in other languages, as it is kept; without a college there is nothing to call. */
export function otherNames({ title, titleIn, college, collegeIn }: Names, country: Country) {
  return {
    titleIn: keptNames(titleIn, (language) => titleName(title, language, country)),
    collegeIn: college ? keptNames(collegeIn, (language) => collegeName(college, language)) : null,
  };
}

/** @throws InvalidProblem for names of a college that is not there */
export function assertCollege(college: string | null | undefined, sent: LocalText | null | undefined): void {
  if (college || !keptNames(sent, () => '')) return;
  throw new InvalidProblem([
    { pointer: '/collegeIn', detail: 'collegeIn says what college is called in other languages: state college too' },
  ]);
}
