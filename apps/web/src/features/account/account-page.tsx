import { useWords } from '../../i18n/words.js';
import { PageTitle } from '../../ui/title.js';
import classes from './account.module.css';
import { accountWords } from './account-words.js';
import { FactorsPart } from './factors-part.js';
import { PasswordPart } from './password-part.js';
import { SessionsPart } from './sessions-part.js';

/** What guards one's own way in. */
export function AccountPage() {
  const t = useWords(accountWords);
  return (
    <div className={classes['page']}>
      <PageTitle text={t('title')} />
      <FactorsPart />
      <PasswordPart />
      <SessionsPart />
    </div>
  );
}
