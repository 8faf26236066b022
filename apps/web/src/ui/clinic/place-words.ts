import { defineWords } from '../../i18n/words.js';

export const placeWords = defineWords(
  'place',
  {
    country: 'Country',
    province: 'Province or territory',
    state: 'State',
    choose: 'Choose',
    zone: 'Time zone',
    zoneHint: 'Where the clinic’s clock hangs: check that the time is right.',
    here: 'In this region',
    elsewhere: 'Elsewhere',
    now: 'now',
  },
  {
    country: 'Pays',
    province: 'Province ou territoire',
    state: 'État',
    choose: 'Choisir',
    zone: 'Fuseau horaire',
    zoneHint: 'Celui de l’horloge de la clinique : vérifiez que l’heure est juste.',
    here: 'Dans cette région',
    elsewhere: 'Ailleurs',
    now: 'il est',
  },
);
