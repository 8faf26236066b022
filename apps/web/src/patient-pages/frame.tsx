import type { ReactNode } from 'react';
import { chooseLanguage, useLanguage } from '../i18n/index.js';
import { LANGUAGE_NAMES } from '../i18n/language-names.js';
import { useWords } from '../i18n/words.js';
import { paths } from '../paths.js';
import { KeelMark, MoonIcon, SunIcon } from '../ui/icons.js';
import { uiWords } from '../ui/ui-words.js';
import { chooseColours, useColours } from './colours.js';

/** Brand, language and colours above every page, as on the staff's way in. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useWords(uiWords);
  return (
    <>
      <a className="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      <header>
        <div className="width">
          <a className="brand" href={paths.start()}>
            <KeelMark />
            <span>Keel</span>
          </a>
          <div className="choices">
            <LanguageChoice />
            <ColourChoice />
          </div>
        </div>
      </header>
      <main className="width" id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function LanguageChoice() {
  const t = useWords(uiWords);
  const chosen = useLanguage();
  return (
    <div className="languages" role="group" aria-label={t('frame.language')}>
      {LANGUAGE_NAMES.map(({ language, short, name }) => (
        <button
          key={language}
          type="button"
          lang={language}
          title={name}
          aria-pressed={language === chosen}
          onClick={() => chooseLanguage(language)}
        >
          {short}
        </button>
      ))}
    </div>
  );
}

function ColourChoice() {
  const t = useWords(uiWords);
  const dark = useColours() === 'dark';
  return (
    <button
      type="button"
      className="colours"
      onClick={() => chooseColours(dark ? 'light' : 'dark')}
      aria-label={dark ? t('frame.light') : t('frame.dark')}
    >
      {dark ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
