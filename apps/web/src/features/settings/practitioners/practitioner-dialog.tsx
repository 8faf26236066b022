import { Autocomplete, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { collegeName, languageOf, PROFESSIONS, titleName, usualTitles } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import { toastDone } from '../../../ui/toasts.js';
import { addPractitioner, updatePractitioner, useRenewPeople } from '../../../data/practitioner-changes.js';
import type { Practitioner } from '../../../data/practitioners.js';
import { useProfessions } from '../../../ui/clinic/use-professions.js';
import { useSession } from '../../../session/use-session.js';
import { ColourField } from '../parts/colour-field.js';
import { isEmail } from '../../../ui/email.js';
import { OtherNames } from '../../../ui/forms/other-names.js';
import { RecordDialog } from '../../../ui/forms/record-dialog.js';
import { useRecordForm } from '../../../ui/forms/use-record-form.js';
import { settingsWords } from '../settings-words.js';
import {
  newPractitioner,
  practitionerValues,
  type PractitionerValues,
  toNewPractitioner,
  toPractitionerChange,
} from './practitioner-form.js';
import { practitionersWords } from './practitioners-words.js';

interface Props {
  /** Whom to change; `me` to add whoever is signed in, `new` to add somebody else. */
  practitioner: Practitioner | 'me' | 'new';
  onClose: () => void;
}

export function PractitionerDialog({ practitioner, onClose }: Props) {
  const t = useWords(practitionersWords);
  const of = usePractitionerForm({ practitioner, onClose });
  const labels = {
    firstName: t('firstName'),
    lastName: t('lastName'),
    registrationNumber: t('registration'),
    college: t('college'),
    collegeIn: t('college'),
    title: t('title'),
    titleIn: t('title'),
    colour: t('colour'),
  };
  const title = practitioner === 'me' ? t('addMeTitle') : practitioner === 'new' ? t('addTitle') : practitioner.displayName;
  return (
    <RecordDialog title={title} of={of} labels={labels} onClose={onClose}>
      <Fields form={of.form} kind={kindOf(practitioner)} />
    </RecordDialog>
  );
}

function usePractitionerForm({ practitioner, onClose }: Props) {
  const t = useWords(practitionersWords);
  const settings = useWords(settingsWords);
  const { user, clinic } = useSession();
  // What holds in every language is in the clinic's own; what it is called in the other has a field of its own.
  const language = languageOf(clinic.locale);
  const readAgain = useRenewPeople();
  const record = typeof practitioner === 'string' ? undefined : practitioner;
  return useRecordForm<Practitioner, PractitionerValues>({
    record,
    values: record ? practitionerValues(record, language, clinic.country) : newPractitioner(practitioner === 'me' ? user : {}),
    toValues: (one) => practitionerValues(one, language, clinic.country),
    validate: ({ email, firstName, lastName, registrationNumber }) => ({
      ...(!isEmail(email) && { email: settings('emailFault') }),
      ...(!firstName.trim() && { firstName: t('nameFault') }),
      ...(!lastName.trim() && { lastName: t('nameFault') }),
      ...(!registrationNumber.trim() && { registrationNumber: t('registrationFault') }),
    }),
    save: (values, changed, base) =>
      base ? updatePractitioner(base, toPractitionerChange(changed)) : addPractitioner(toNewPractitioner(values)),
    onSaved: (saved) => {
      void readAgain();
      toastDone(t(record ? 'saved' : 'added', { name: saved.displayName }));
      onClose();
    },
  });
}

type Kind = 'me' | 'new' | 'waiting' | 'joined';

/** Until they join, their address can be corrected. */
function kindOf(practitioner: Props['practitioner']): Kind {
  if (typeof practitioner === 'string') return practitioner;
  return practitioner.access === 'joined' ? 'joined' : 'waiting';
}

const HINTS = { me: 'emailMine', new: 'emailHint', waiting: 'emailWaiting', joined: 'emailJoined' } as const;
/** Who is no owner gives no access. */
const HINTS_ADMIN = { ...HINTS, me: 'emailHintAdmin', new: 'emailHintAdmin', waiting: 'emailWaitingAdmin' } as const;

function Fields({ form, kind }: { form: UseFormReturnType<PractitionerValues>; kind: Kind }) {
  const t = useWords(practitionersWords);
  const { roles } = useSession();
  const isOwner = roles.includes('owner');
  const isThere = kind === 'waiting' || kind === 'joined';
  const hints = isOwner ? HINTS : HINTS_ADMIN;
  const professions = useProfessions();
  const pair = { cols: { base: 1, xs: 2 }, spacing: 'md' } as const;
  return (
    <>
      <SimpleGrid {...pair}>
        <TextInput
          label={t('firstName')}
          maxLength={100}
          data-autofocus={kind === 'new' || undefined}
          {...form.getInputProps('firstName')}
        />
        <TextInput label={t('lastName')} maxLength={100} {...form.getInputProps('lastName')} />
      </SimpleGrid>
      <TextInput
        label={t('email')}
        type="email"
        description={t(hints[kind])}
        readOnly={kind === 'me' || kind === 'joined'}
        maxLength={254}
        {...form.getInputProps('email')}
      />
      <NativeSelect
        label={professions.label}
        description={isThere ? t('professionFixed') : undefined}
        disabled={isThere}
        data={PROFESSIONS.map((profession) => ({ value: profession, label: professions.name(profession) }))}
        data-autofocus={kind === 'me' || undefined}
        {...form.getInputProps('profession')}
      />
      <SimpleGrid {...pair}>
        <TextInput
          label={t('registration')}
          description={t('registrationHint')}
          maxLength={60}
          {...form.getInputProps('registrationNumber')}
        />
        <College form={form} />
      </SimpleGrid>
      <TitleField form={form} isThere={isThere} />
      <ColourField label={t('colour')} {...(!isThere && { none: t('nextColour') })} {...form.getInputProps('colour')} />
    </>
  );
}

type Form = UseFormReturnType<PractitionerValues>;

function College({ form }: { form: Form }) {
  const t = useWords(practitionersWords);
  const { college, collegeIn } = form.values;
  return (
    <OtherNames
      typed={collegeIn}
      label={(other) => t(`collegeIn.${other}`)}
      without={(other) => collegeName(college.trim(), other)}
      maxLength={200}
      inputProps={(other) => form.getInputProps(`collegeIn.${other}`)}
      nameless={!college.trim()}
    >
      <TextInput label={t('college')} description={t('collegeHint')} maxLength={200} {...form.getInputProps('college')} />
    </OtherNames>
  );
}

function TitleField({ form, isThere }: { form: Form; isThere: boolean }) {
  const t = useWords(practitionersWords);
  const { clinic } = useSession();
  const { title, titleIn, profession } = form.values;
  return (
    <OtherNames
      typed={titleIn}
      label={(other) => t(`titleIn.${other}`)}
      without={(other) => titleName(title.trim(), other, clinic.country)}
      maxLength={100}
      inputProps={(other) => form.getInputProps(`titleIn.${other}`)}
    >
      <Autocomplete
        label={t('title')}
        description={isThere ? undefined : t('titleHint')}
        data={usualTitles(profession, languageOf(clinic.locale), clinic.country)}
        filter={({ options }) => options}
        maxLength={100}
        {...form.getInputProps('title')}
      />
    </OtherNames>
  );
}
