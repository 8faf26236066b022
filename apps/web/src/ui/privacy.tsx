import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface Privacy {
  /** True while names are shown as initials, because somebody else looks at the screen. */
  hidden: boolean;
  toggle: () => void;
}

const PrivacyContext = createContext<Privacy>({ hidden: false, toggle: () => undefined });

/** For as long as the page is open; a fresh page shows names again. */
export function PrivacyProvider({ children }: { children: ReactNode }) {
  const [hidden, setHidden] = useState(false);
  const privacy = useMemo(() => ({ hidden, toggle: () => setHidden((now) => !now) }), [hidden]);
  return <PrivacyContext.Provider value={privacy}>{children}</PrivacyContext.Provider>;
}

export const usePrivacy = (): Privacy => useContext(PrivacyContext);
