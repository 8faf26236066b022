import { defineWords } from '../../i18n/words.js';

export const paperGapsWords = defineWords(
  'paper-gaps',
  {
    tax: 'No number for {{taxes}}: receipts that charge this tax must carry the clinic’s registration number.',
    taxes: 'No number for {{taxes}}: receipts that charge these taxes must carry the clinic’s registration numbers.',
    place: 'No full address for {{places}}: receipts carry it, and insurers ask for it.',
    toTax: 'Enter the number',
    toPlace: 'Enter the address',
    notYou: 'Whoever manages the clinic can enter it.',
  },
  {
    tax: 'Aucun numéro pour {{taxes}}\u00a0: les reçus qui portent cette taxe doivent afficher le numéro d’inscription de la clinique.',
    taxes: 'Aucun numéro pour {{taxes}}\u00a0: les reçus qui portent ces taxes doivent afficher les numéros d’inscription de la clinique.',
    place: 'Adresse incomplète pour {{places}}\u00a0: elle figure sur les reçus, et les assureurs la demandent.',
    toTax: 'Entrer le numéro',
    toPlace: 'Entrer l’adresse',
    notYou: 'Qui gère la clinique peut l’entrer.',
  },
);
