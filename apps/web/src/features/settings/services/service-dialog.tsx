import { useLanguage } from '../../../i18n/index.js';
import { useFormat } from '../../../ui/format.js';
import { useWords } from '../../../i18n/words.js';
import { toastDone } from '../../../ui/toasts.js';
import { createService, type Service, updateService, useRenewServices } from '../../../data/services.js';
import { useSession } from '../../../session/use-session.js';
import { RecordDialog } from '../../../ui/forms/record-dialog.js';
import { useRecordForm } from '../../../ui/forms/use-record-form.js';
import { ServiceFields } from './service-fields.js';
import { newServiceValues, serviceFaults, serviceValues, toNewService, toServiceChange } from './service-form.js';
import { servicesWords } from './services-words.js';
import { usualTaxCode } from './suggestions.js';

/** Adds or changes a service. */
export function ServiceDialog({ service, onClose }: { service: Service | undefined; onClose: () => void }) {
  const t = useWords(servicesWords);
  const language = useLanguage();
  const format = useFormat();
  const renewServices = useRenewServices();
  const { clinic } = useSession();
  const of = useRecordForm<Service, ReturnType<typeof serviceValues>>({
    record: service,
    values: service
      ? serviceValues(service, language)
      : newServiceValues('physiotherapist', usualTaxCode('physiotherapist', clinic.country)),
    toValues: (record) => serviceValues(record, language),
    validate: (values) => Object.fromEntries(serviceFaults(values, language).map(([field, fault]) => [field, t(fault)])),
    save: (values, changed, base) => {
      const whole = toNewService(values, language, clinic.currency);
      return base ? updateService(base, toServiceChange(changed, whole)) : createService(whole);
    },
    onSaved: (saved) => {
      void renewServices();
      toastDone(t('saved', { name: format.called(saved) }));
      onClose();
    },
  });
  const labels = {
    name: t('name'),
    nameIn: t('name'),
    durationMinutes: t('duration'),
    price: t('price'),
    taxCode: t('tax'),
    description: t('description'),
  };
  return (
    <RecordDialog title={service ? format.called(service) : t('addTitle')} of={of} labels={labels} onClose={onClose}>
      <ServiceFields form={of.form} isNew={!service} />
    </RecordDialog>
  );
}
