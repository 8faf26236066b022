/** Answers to a patient's text, in the GSM alphabet. */
export const REPLIES = {
  confirm: {
    en: '{{clinic}}: thank you, your visit is confirmed.',
    fr: '{{clinic}} : merci, votre rendez-vous est confirmé.',
  },
  reschedule: {
    en: '{{clinic}}: to choose another time, see {{link}} or call {{phone}}.',
    fr: '{{clinic}} : pour un autre moment, voyez {{link}} ou appelez au {{phone}}.',
  },
  stop: {
    en: '{{clinic}}: you will get no more texts from us. Reply START to get them again.',
    fr: '{{clinic}} : vous ne recevrez plus de textos de notre part. Répondez START pour en recevoir à nouveau.',
  },
  start: {
    en: '{{clinic}}: you will get our texts again. STOP to opt out.',
    fr: '{{clinic}} : vous recevrez de nouveau nos textos. ARRET pour ne plus en recevoir.',
  },
  other: {
    en: '{{clinic}}: this number is not read by a person. Reply C to confirm your visit, or call {{phone}}.',
    fr: '{{clinic}} : personne ne lit ce numéro. Répondez C pour confirmer votre rendez-vous, ou appelez au {{phone}}.',
  },
} as const;
