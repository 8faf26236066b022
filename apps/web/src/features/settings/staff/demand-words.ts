import { defineWords } from '../../../i18n/words.js';

export const demandWords = defineWords(
  'demand',
  {
    title: 'Who must use a second factor',
    lead: 'Whoever has one of these roles adds a second factor at their next step, before anything else opens: an authenticator app or a passkey.',
    ownerOnly: 'Only an owner changes this.',
    save: 'Save these roles',
    saved: 'Saved. Whoever still needs a factor is asked for it from now on.',
  },
  {
    title: 'Qui doit utiliser un second facteur',
    lead: 'Toute personne qui a l’un de ces rôles ajoute un second facteur dès son prochain geste, avant que le reste ne s’ouvre : une application d’authentification ou une clé d’accès.',
    ownerOnly: 'Seule une personne propriétaire change ceci.',
    save: 'Enregistrer ces rôles',
    saved: 'Enregistré. Qui n’a pas encore de facteur en ajoutera un dès maintenant.',
  },
);
