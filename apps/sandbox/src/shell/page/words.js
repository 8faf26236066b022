export const language = navigator.language.startsWith('fr') ? 'fr' : 'en';
/** One of two, by the language of the browser. */
export const choose = (en, fr) => (language === 'fr' ? fr : en);

const en = {
  title: 'Sandbox',
  intro: 'Messages that Keel sends arrive here and nowhere else.',
  empty: 'Nothing has arrived yet.',
  faults: 'Troubles',
  faultIntro: 'Make the next messages go wrong, to see what Keel does then.',
  channel: 'Channel',
  fault: 'Trouble',
  ms: 'Milliseconds',
  code: 'Code (for “refuse”)',
  times: 'How many messages (empty: all)',
  only: 'Only to (empty: anybody)',
  order: 'Make it so',
  clearFaults: 'End all troubles',
  noFaults: 'No trouble is ordered: everything arrives.',
  callbacks: 'Latest callbacks to Keel',
  kinds: {
    slow: 'slow: wait, then work as always',
    fail: 'refuse with a code',
    cut_before: 'cut the line, keep nothing',
    cut_after: 'keep it, then cut the line',
    answer_late: 'keep it, answer after the caller gave up',
    deliver_late: 'accept it, deliver late',
  },
};

const fr = {
  title: 'Bac à sable',
  intro: 'Les messages envoyés par Keel arrivent ici et nulle part ailleurs.',
  empty: 'Rien n’est encore arrivé.',
  faults: 'Pannes',
  faultIntro: 'Faites échouer les prochains messages pour voir ce que fait Keel.',
  channel: 'Canal',
  fault: 'Panne',
  ms: 'Millisecondes',
  code: 'Code (pour « refuser »)',
  times: 'Nombre de messages (vide : tous)',
  only: 'Seulement à (vide : tout le monde)',
  order: 'Appliquer',
  clearFaults: 'Mettre fin aux pannes',
  noFaults: 'Aucune panne : tout arrive.',
  callbacks: 'Derniers rappels envoyés à Keel',
  kinds: {
    slow: 'lenteur : attendre, puis fonctionner',
    fail: 'refuser avec un code',
    cut_before: 'couper la ligne sans rien garder',
    cut_after: 'garder le message, puis couper la ligne',
    answer_late: 'garder le message, répondre trop tard',
    deliver_late: 'accepter, livrer en retard',
  },
};

export const words = choose(en, fr);
