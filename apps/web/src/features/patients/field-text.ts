import { useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { useSession } from '../../session/use-session.js';
import { localeName } from '../../ui/clinic/locale-options.js';
import { useFormat } from '../../ui/format.js';
import { formWords } from './form-words.js';
import { bodyOf, type PatientField, type PatientValues } from './patient-values.js';

/** A field as a person reads it, in one or more lines; empty where nothing is stated. */
export function useFieldText(): (values: PatientValues, field: PatientField) => string {
  const t = useWords(formWords);
  const format = useFormat();
  const { clinic } = useSession();
  const regions = new Intl.DisplayNames([useLanguage()], { type: 'region' });
  return (values, field) => {
    const body = bodyOf(values);
    switch (field) {
      case 'dateOfBirth':
        return body.dateOfBirth && format.civil(body.dateOfBirth);
      case 'sex':
        return body.sex ? t(`sex.${body.sex}`) : '';
      case 'phone':
        return body.phone ?? '';
      case 'preferredChannel':
        return t(`channel.${body.preferredChannel}`);
      case 'locale':
        return localeName(body.locale, clinic.country);
      case 'alerts':
      case 'tags':
        return body[field].join(', ');
      case 'address': {
        const { line1, line2, city, region, postalCode, country } = body.address ?? {};
        const place = [city, region, postalCode].filter(Boolean).join(' ');
        const nation = country && (/^[A-Z]{2}$/.test(country) ? regions.of(country) : country);
        return [line1, line2, place, nation].filter(Boolean).join('\n');
      }
      case 'emergencyContact': {
        const { name, relationship, phone } = values.emergencyContact;
        return [name, relationship, phone].filter(Boolean).join(' · ');
      }
      default:
        return body[field] ?? '';
    }
  };
}
