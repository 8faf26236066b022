import { MessageKinds, type MessageKindRules } from '../kinds/message-kinds.js';
import { seenBy } from './seen-by-clinic.js';

const rules: MessageKindRules = { to: 'staff', heldUnproved: true, bound: 'own', texts: [] };
const nobody = { permissions: new Set<never>() };

function kindsWith(seen: Partial<Record<'chart_opened' | 'password_reset' | 'reminder', MessageKindRules['seen']>>): MessageKinds {
  const kinds = new MessageKinds();
  for (const [kind, one] of Object.entries(seen)) kinds.add({ [kind]: { ...rules, ...(one && { seen: one }) } });
  return kinds;
}

describe('which messages the caller may know of', () => {
  it('are all of them where no kind says otherwise', () => {
    expect(seenBy(kindsWith({ reminder: undefined }), nobody)).toBe('true');
  });

  it('are none of a kind whose right they have not', () => {
    const kinds = kindsWith({ chart_opened: { by: 'audit:read' } });
    expect(seenBy(kinds, nobody)).toBe("m.kind <> 'chart_opened'");
    expect(seenBy(kinds, { permissions: new Set(['audit:read'] as const) })).toBe('true');
  });

  it('are of a kind only those of which the clinic itself may know', () => {
    const kinds = kindsWith({ password_reset: { where: (moment) => `proved(${moment})` }, chart_opened: { by: 'audit:read' } });
    expect(seenBy(kinds, nobody)).toBe("(m.kind <> 'password_reset' OR proved(m.created_at)) AND m.kind <> 'chart_opened'");
  });
});
