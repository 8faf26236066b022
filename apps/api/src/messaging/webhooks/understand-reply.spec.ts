import fc from 'fast-check';
import type { Reply } from './reply.js';
import { understandReply } from './understand-reply.js';

const wishOf = (text: string) => understandReply(text).wish;

/** What is meant by what people text; `+` marks what somebody reads too. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  stop: [
    // The carriers' and the FCC's words.
    ...['stoppp', 'STOOOP', 'sttop', 'ARRRET', 'arrêêêtez svp', 'Unsubscribeee'],
    ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'opt out', 'Opt-Out'],
    ...['ARRET', ' arrêt. ', 'Arrêter', 'désabonner', 'DÉSABONNEMENT', 'fin'],
    // In letters that look like these.
    ...['ЅТОР', 'SТOP', 'ѕtоp', 'ΟΡΤΟUΤ', 'ΕΝD', 'UΝSUBSСRІBE', 'АRRET', 'stοp please', 'ST0P'],
    ...['Stop.', 'stop!!!', 'S T O P', 'S.T.O.P', 'ＳＴＯＰ', 'stop stop STOP', 'STOP/ARRET', '"stop"', '🛑', 'Stop 🙏'],
    ...['STOP please', 'please stop', 'Stop now', 'pls stop thx', 'Hi, please stop. Thank you very much', 'stop all', 'stop texting me'],
    ...[
      'arrêtez svp',
      'Arrêtez, s’il vous plaît',
      'Bonjour, stop merci',
      'arrete stp',
      'Veuillez arrêter',
      'can you stop',
      'please unsubscribe me',
      'stop those texts',
      'Stoppez',
      'stoppez svp',
      'stop txt',
      'unsuscribe',
      'Désabonnez-moi',
    ],
  ],
  'stop+': [
    ...[
      'end me',
      'please end me',
      'please stop me',
      'arrêtez-moi',
      'quit me',
      'fin moi',
      'you must stop me',
      'quit 😭',
      'Stop 🆘',
      'end 😭',
    ],
    // Said of texts, or of pain, pills, or a life: the opt-out holds, and somebody reads it.
    ...[
      'I want to stop',
      'I need to stop',
      'I want to quit',
      'I want to quit everything',
      'I want to stop everything',
      'stop it',
      'Stop this',
    ],
    ...[
      'I want to end it all',
      'I want to end everything',
      'I just want to end it now',
      'I’d like to end it all',
      'End it all',
      'please end it all',
    ],
    ...[
      'I wish it all stopped',
      'It stopped',
      'Stopped.',
      'all stopped now thanks',
      'already stopped',
      'can you stop these',
      'end everything',
    ],
    ...['Je veux tout arrêter', 'Je veux que ça arrête', 'je veux que tout arrête', 'je veux arrêter tout', 'je voudrais tout arreter'],
    ...['je veux cesser', 'Retrait', 'arrêtez tout', 'Arrête ça'],
    ...['No texts', 'no more sms', 'no texting', 'No SMS please', 'No reminders', 'Pas de textos svp', 'pas de texto', 'aucun texto svp'],
    ...['don’t text', 'do not text', 'pls dont msg', 'never text', 'please don’t message'],
    ...['stop reminding me, I know', 'please stop bugging me with this', 'Stop notifying us!', 'quit spamming me', 'STOP ALERTING ME'],
    ...[
      'arrêtez de me rappeler mes rendez-vous',
      'Ne me rappelez plus rien',
      'cessez de m’achaler',
      'arrêtez de m’aviser',
      'ne plus m’avertir',
    ],
    ...['ok stop', 'Yes, stop', 'oui arrêtez', 'OK arrêt svp', 'y stop please', 'STOP oui'],
    ...['CANCEL', 'САNСЕL', 'cancel please', 'Annuler', 'annulez svp'],
    ...[
      'please stop texting me all day',
      'Stop sending me these messages!',
      'Don’t text me',
      'do not ever contact me',
      'no more texts',
      'Enough messages',
    ],
    ...['I don’t want to get your reminders', 'I no longer wish to receive text messages', 'How do I opt out?'],
    ...[
      'take me off your list',
      'remove my cell number',
      'I revoke my consent',
      'leave me alone',
      'STOP I moved away',
      'STOP, wrong person',
    ],
    ...[
      'STOP to opt out',
      'STOP to opt out 👍',
      'ARRET pour ne plus en recevoir',
      'Stop, wrong number',
      'Arrêt, mauvais numéro',
      'Stop - wrong number',
      'I moved. Stop. Thanks!',
      'Please remove this number',
      'Who is "Ella"? Stop texting me. I am not "Ella"',
      'Not me, stop',
      'wrong number stop',
      'no thanks stop',
      'I said stop',
      'this is spam stop',
      'mauvais numéro, arrêtez',
      'j’ai dit arrêtez',
      'I no longer wish to receive these',
      'I don’t want to get this anymore',
      'je ne veux plus recevoir ça',
      'Je ne souhaite plus rien recevoir',
      'cancel these texts',
      'please cancel all reminders',
      'annulez les rappels svp',
      'take me off the list',
      'remove me from your list',
      'I moved to Halifax in May. STOP',
      'Not me.\nStop please',
      'You have the wrong person; stop.',
      'Wrong number, STOP',
      'no thanks STOP!',
    ],
    ...[
      'J’ai déménagé. Arrêtez svp.',
      'Ce n’est pas moi – ARRÊT',
      'mauvais numéro ARRET',
      'My cousin had this phone... unsubscribe. Thanks',
    ],
    ...[
      'Not me, please stop it',
      'Pas moi, veuillez cesser',
      'Wrong person. You must stop this',
      'I asked you to stop!!',
      'I already said stop',
      'told you to stop it',
      'Je vous ai demandé d’arrêter',
      'j’ai déjà dit stop',
      'No more please',
      'Enough!',
      'assez svp',
    ],
    ...['Arrêtez de m’écrire', 'arrêtez de m’envoyer des textos', 'Ne m’écrivez plus', 'ne me textez plus jamais', 'plus de messages svp'],
    ...['Je ne veux plus de textos', 'je ne souhaite plus recevoir vos rappels', 'retirez mon numéro', 'Ne plus me contacter'],
  ],
  start: ['START', 'start please', 'Unstop', 'reprendre', 'Commencer svp', 'resume'],
  'start+': [
    'start texting me again',
    'Please resume the reminders',
    'opt me back in',
    'recommencez à m’envoyer des textos',
    'réabonnez-moi',
  ],
  help: ['HELP', 'aide', 'Info?'],
  yes: [
    ...['C', 'c', 'C!', ' c ', '"C"', 'Y', 'yes', 'Yes!', 'YES PLEASE', 'yep', 'ok', 'Okay 👍', '👍', '👍🏽', '👍👍', '✅', '✔️', 'sure'],
    ...['y\u200be\u200bs', 'ＹＥＳ', 'o\u00adui', 'yes\u200f'],
    ...['Oui', 'OUI !!', 'oui merci', 'Oui, s’il vous plaît', 'ouais', 'd’accord', 'D’accord, merci'],
    ...['confirm', 'Confirmed', 'I confirm', 'yes I confirm my appointment', 'Je confirme', 'Oui, je confirme mon rendez-vous', 'confirmé'],
    ...['I’ll be there', 'Yes, we will be there. Thanks', 'see you then', 'je serai là', 'J’y serai'],
  ],
  'no+': [
    ...['No', 'no.', 'N', 'Nope', 'non', 'NON merci', '👎', 'I can’t make it', 'Sorry, I cannot come tomorrow', 'not coming'],
    ...[
      'je ne peux pas venir',
      'Non, je ne viendrai pas',
      'cancel my appointment please',
      'I need to cancel',
      'annuler mon rendez-vous',
      'Cancel it',
      'I have to cancel, thanks for reminding me',
      'Je dois annuler, pouvez-vous me rappeler',
    ],
    ...[
      'Please cancel my visit and text me a new time',
      'Please cancel tomorrow and message me other times',
      'Please cancel and send me the receipt',
      'Cancel Tuesday, send me a new time',
      'I have to cancel my text appointment',
      'Annulez jeudi et envoyez-moi un autre moment',
      'I do not feel well, cancel please',
      'I can not come, cancel',
      'Je ne viens pas, annulez',
    ],
  ],
  reschedule: ['R', 'r.', 'reschedule', 'Reporter', 'reschedule please'],
  'reschedule+': ['Can I reschedule to Friday?', 'I need another time', 'je voudrais déplacer mon rendez-vous', 'un autre moment svp'],
  choice: ['1', '2.', '#1', '1️⃣', '1 and 2', '1, 2', '1 et 2', 'both', 'les deux', 'Yes both', 'oui les deux', 'option 2'],
  'other+': [
    ...['me', 'moi', 'me please'],
    'The pills make me sick, I want to stop',
    'Is it enough?',
    'My dentist asked you to stop by',
    'Finn',
    'Endd of the road',
    ...[
      'Please stop by at 5',
      'STOP BY THE DESK?',
      'Can you stop in later',
      'I am at the bus stop. Late, sorry',
      'Ibuprofen, continue? Stop?',
      'Work note please. Start: Monday. End: Friday.',
      'Début: lundi. Fin: vendredi',
      'Les comprimés? Arrêter?',
      'Meds:\nibuprofen\nstop\nrest',
      'Exercises hurt. Stop it?',
      'If it hurts, should I stop?',
      'My treatment is over. The end.',
      'Can you remove me from Tuesday?',
      'Take me off the Tuesday list please',
      'Liked “Maple Physio: your visit is Tue, Dec 1 at 10:00 a.m. Reply C to confirm, or see https://k.example/l/x if you cannot come. STOP to opt out.”',
      'Reacted 👍 to "Maple: your visit is Tuesday. STOP to opt out."',
      'A aimé « Maple : votre rendez-vous, mardi. ARRET pour ne plus en recevoir. »',
      'Fwd: Maple Physio: your visit is Tue, Dec 1 at 10:00 a.m. STOP to opt out. Is this yours?',
      '> Maple: your visit is Tuesday. STOP to opt out.\nIs it on Friday?',
      'is it mine? "Your visit is Tuesday. Text STOP to unsubscribe"',
      'WAITING AT THE BUS STOP',
      'When I run the pain will not stop',
      'My pass is valid until the end. Until then I come',
      'I do not want you to stop. Never stop.',
      'Don’t stop texting me',
      'please do not stop the reminders',
      'I don’t mind, do not stop reminding me',
      'did you stop by to bother her?',
      'Pourquoi ne me rappelez-vous pas ?',
      'Please end by reminding me of the address',
      'Не могу прийти',
      'Да, спасибо',
      'Δεν μπορώ',
      'n’arrêtez pas les rappels',
    ],
    ...[
      'I don’t want to unsubscribe',
      'I confirm that I cannot come',
      'Yes but I will be ten minutes late',
      'Oui mais en retard',
      'Can I bring my dog?',
    ],
    ...[
      'Don’t forget to text me the address',
      'thanks',
      'Merci beaucoup',
      '',
      '   ',
      '?',
      '❤️',
      '0',
      '12',
      '613 555 0199',
      'yes 👎',
      'see you',
      'c est où',
      'end of the month',
      'No, 2',
      'no 1',
      'non, 2',
      'C?',
      'ok ?',
      'yes?',
      '2?',
    ],
    ...['START 👎', 'Start?', 'start 🛑', 'recommencez à m’envoyer des textos ?', 'Don’t start', 'START STOP', 'stop start'],
    ...['Don’t cancel', 'do not cancel my appointment', 'please never cancel my visit', 'n’annulez pas svp', 'annulez pas mon rdv'],
    ...[
      'je ne veux pas annuler',
      'Yes and no',
      'oui non',
      'ok pas',
      'pas ok',
      'je ne confirme pas',
      'don’t confirm',
      'yes maybe',
      '👍🛑',
      '1 👎',
    ],
    ...['What time do we start?', 'I have no messages from you', 'تمام', '好的', '1 or 2?'],
  ],
};

describe('a text from a patient', () => {
  const cases = Object.entries(TABLE).flatMap(([meant, texts]) => texts.map((text) => [text, meant] as const));
  it.each(cases)('%j means %s', (text, meant) => {
    const { wish, forPerson } = understandReply(text);
    expect(`${wish}${forPerson ? '+' : ''}`).toBe(meant);
  });

  it.each([
    ['STOP', undefined],
    ['CANCEL', undefined],
    ['ok stop', undefined],
    ['STOP, wrong person', true],
    ['start texting me again', true],
    ['No, sorry', undefined],
    ['Please cancel, I am in hospital', true],
    ['R', undefined],
    ['Can I reschedule to Friday?', true],
    ['yes?', true],
    ['Can I bring my dog?', true],
  ])('%j says words of somebody’s own beside what it asks: %s', (text, own) => {
    expect(understandReply(text).ownWords).toBe(own);
  });

  it('names its choices', () => {
    const choices = (['1', '2 and 1', '1 1', 'both'] as const).map((text) => understandReply(text).choice);
    expect(choices).toEqual([[1], [2, 1], [1], 'all']);
    const yes = ['1', 'yes 1', 'C 2', 'oui les deux', 'both'].map((text) => understandReply(text).saysYes);
    expect(yes).toEqual([false, true, true, true, false]);
  });

  const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string());

  it('is always read, whatever it is, and the same each time', () => {
    fc.assert(
      fc.property(any, (text) => {
        const once: Reply = understandReply(text);
        expect(understandReply(text)).toEqual(once);
        if (once.wish === 'other') expect(once.forPerson).toBe(true);
      }),
    );
    expect(wishOf('a '.repeat(50_000))).toBe('other');
    expect(wishOf('stop '.repeat(50_000))).toBe('stop');
  });

  const keywords = [
    'stop',
    'stopall',
    'unsubscribe',
    'cancel',
    'end',
    'quit',
    'revoke',
    'optout',
    'opt out',
    'arret',
    'arrêt',
    'arrêter',
    'arrêtez',
    'désabonner',
  ];
  const around = fc.constantFrom(
    '',
    ' ',
    'please',
    'Please,',
    'svp',
    'thanks!',
    'thank you',
    'merci',
    'Bonjour',
    'hi',
    '.',
    '!!!',
    '🙏',
    's’il vous plaît',
  );
  const shape = fc.constantFrom<(text: string) => string>(
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.normalize('NFD'),
    (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
    (text) => `“${text}”`,
  );

  it('that says stop in any of the carriers’ words is an opt-out, however polite, loud or accented', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keywords), around, around, shape, (word, before, after, dress) => {
        expect(wishOf(`${before} ${dress(word)} ${after}`)).toBe('stop');
      }),
    );
  });

  it('that says yes means the same in any dress, and nothing more is read into it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...[
            { word: 'yes', agreement: 'plain' },
            { word: 'oui', agreement: 'plain' },
            { word: 'ok', agreement: 'mere' },
          ],
          ...[{ word: 'c' }, { word: 'je confirme' }, { word: 'confirmé' }],
        ),
        around,
        around,
        shape,
        ({ word, ...agreement }, before, after, dress) => {
          expect(understandReply(`${before} ${dress(word)} ${after}`)).toEqual({ wish: 'yes', forPerson: false, ...agreement });
        },
      ),
    );
  });

  it('that asks not to be stopped is never an opt-out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('don’t', 'dont', 'do not', 'Never', 'please don’t'),
        fc.constantFrom('stop', 'quit', 'end', 'cease'),
        fc.constantFrom('texting me', 'the reminders', 'these messages', 'sending me sms'),
        (not, stop, what) => expect(wishOf(`${not} ${stop} ${what}`)).toBe('other'),
      ),
    );
  });
});

describe('words that may be about not coming', () => {
  it.each([
    'I\u2019m sick, can\u2019t come',
    'Sorry, I won\u2019t be able to make it, my car broke',
    'I will not be coming, my son is ill',
    'Je ne pourrai pas venir, désolée',
    'My son can\u2019t come Friday',
    'j\u2019annule, je suis malade',
    'can I come at 4 instead?',
    'Could we move it?',
    'I am in hospital, cannot come',
  ])('%j are known as such', (text) => {
    const { wish, mayBeOff } = understandReply(text);
    expect(['no', 'reschedule'].includes(wish) || mayBeOff).toBe(true);
  });

  it.each(['I am not feeling well today', 'Since the new pills I cannot sleep', 'Can I bring my dog?', 'He is small'])(
    '%j are not',
    (text) => {
      expect(understandReply(text).mayBeOff).toBeUndefined();
    },
  );

  it('are beside an opt-out too', () => {
    expect(understandReply('Stop texting me, I am not coming Friday')).toMatchObject({ wish: 'stop', cancels: true });
  });
});

/** A row of texts that mean the same. */
type Rows = Readonly<Record<string, readonly string[]>>;
const rowsOf = (table: Rows) => Object.entries(table).flatMap(([meant, texts]) => texts.map((text) => [text, meant] as const));
const meaningOf = (text: string) => {
  const { wish, forPerson, mayBeOff } = understandReply(text);
  return `${wish}${forPerson ? '+' : ''}${mayBeOff ? ' off' : ''}`;
};

/** With an apostrophe; the tests below say them with every other one, and with none. */
const ELIDED: Rows = {
  stop: ["Merci d'arrêter", "Prière d'arrêter svp", "Je demande l'arrêt", "j'exige l'arrêt svp"],
  'stop+': [
    "J'aimerais arrêter",
    "Merci d'arrêter de m'envoyer des textos",
    "Merci d'arrêter vos messages",
    "Je demande l'arrêt des messages",
    "J'exige l'arrêt de ces textos",
    "Veuillez m'enlever de votre liste",
    "Prière d'effacer mon numéro",
    "N'écrivez plus à ce numéro",
    "N'envoyez plus rien",
    "N'envoyez plus de textos svp",
    "Ne m'envoyez plus rien",
    "Merci de ne plus m'envoyer de messages",
    "j'aimerais que vous arrêtiez de m'écrire",
    "Pouvez-vous arrêter de m'alerter ?",
    "Je vous prie d'arrêter l'envoi de messages",
    "Merci d'annuler les rappels",
    "J'ai dit d'arrêter",
    "C'est assez",
    "Pas moi, merci d'arrêter",
    "ne m'avertissez plus svp",
  ],
  'no+': [
    "Merci d'annuler mon rendez-vous de demain",
    "Merci d'annuler",
    "Je suis obligé d'annuler",
    "Pouvez-vous l'annuler svp",
    "J'aimerais l'annuler",
    "Bonjour, j'annule pour demain",
    "Il faut que j'annule",
  ],
  'reschedule+': [
    "Je veux changer d'heure",
    "changer l'heure de mon rdv",
    "Est-il possible de déplacer l'heure du rendez-vous ?",
    "J'ai besoin d'une autre heure",
  ],
  'other+ off': [
    "Je suis à l'hôpital",
    "Mon fils sort de l'hôpital demain, on verra",
    "J'ai un empêchement",
    "J'ai une urgence à la maison",
    "Ne m'attendez pas",
    "J'ai oublié mon rendez-vous",
  ],
  yes: ["D'accord", "j'y serai", "D'accord, merci", "Oui d'accord, s'il vous plaît"],
  'other+': [
    // Near misses: of something else, or the opposite.
    "N'arrêtez pas les rappels",
    "N'annulez pas mon rendez-vous",
    "n'arrêtez jamais de m'envoyer les rappels",
    "N'envoyez pas la facture à mon travail",
    "N'envoyez plus mon fils seul à la salle",
    "Ne m'envoyez pas la facture par la poste",
    "Quels sont vos frais d'annulation ?",
    "J'arrête d'écrire, merci pour tout",
    "C'est l'arrêt d'autobus en face",
    "Mon médecin dit d'arrêter l'ibuprofène",
    "Dois-je arrêter l'exercice ? Merci d'envoyer un message",
    "Pouvez-vous m'enlever les points demain ?",
    "Je n'écris pas souvent",
    "Merci d'avance",
    "Pourquoi ne m'écrivez-vous plus ?",
    "J'ai mal à l'épaule",
    "Merci d'effacer mon numéro de carte",
  ],
};

/** What is meant by an opt-out or an opt-in within more words: of these texts, or of something else. */
const OF_WHAT: Rows = {
  'stop+': [
    'Could you please stop sending me reminders?',
    'Would you not text me?',
    'Why don’t you stop texting me?',
    'Will you ever stop texting me?',
    'Can I opt out of these?',
    'How can I unsubscribe?',
    'Is there a way to stop these messages?',
    'Stop texting me, ok?',
    'I’d appreciate it if you could stop texting me',
    'How many times must I tell you to stop texting me?',
    'Pouvez-vous arrêter de me texter ?',
    'Comment me désabonner ?',
    'Est-ce que vous pouvez arrêter les textos ?',
    'Don’t stop by, stop texting me',
    'Please don’t cancel Tuesday. But stop texting me',
    'My shoulder is fine. Please stop sending these messages. Thanks for all',
    'stop sending me emails and texts',
    'Stop sending this to me',
    'stop the email and text reminders',
    'I want to stop receiving these',
    'I no longer want reminders by text, email is fine',
    'I don’t want reminders by email or text',
    'I do not wish to be contacted',
    'Please delete my number',
    'Delete this number and use 416 555 0100 instead',
    'Remove my name from your list',
    'unsubscribe me from Maple Physio',
    'Unsubscribe me from your list please',
    'I unsubscribed from your texts already!!',
    'opt out of reminders',
    'I withdraw my consent to receive texts',
    'Je retire mon consentement',
    'Je ne veux plus être contactée',
    'désabonnez-moi de vos textos',
    'Retirez-moi de la liste svp',
    'enlevez-moi de votre liste',
    'Svp arrêtez, svp, de me texter',
    'please stop\nsending me texts',
    'STOP who is this?',
    'STOP. Do not cancel my appointment though',
    'I don’t want any more of these messages',
    'please stop with all the automated messages',
    'stop the appointment reminders',
    'No longer interested in receiving texts',
    'I do not consent to texts',
    'take my number off',
    'Veuillez retirer mon nom de la liste',
    'hey Maple, stop texting me?',
    'DO. NOT. TEXT. ME.',
    'please stop sending the link it is not mine',
    'I don’t want you to text me',
    'I don’t want you texting me at work',
    'il faut arrêter de m’envoyer des textos',
    'take me off your texting list',
    'Please remove my number from reminders',
    'plz stop txting me every day',
    'Supprimez ce numéro svp',
    'je veux être retiré de la liste',
    'Ne m’écrivez plus, c’est pas le bon numéro',
    'arrêtez de m’appeler et de m’écrire',
    'C’est pas moi, arrêtez',
    'C’est pas moi arrêtez',
    'J’en ai assez de vos messages',
    'cease and desist all messages',
  ],
  'start+': [
    'Please start sending me texts again',
    'I want to resume the messages',
    'You can start texting me again',
    'sign me back up',
    'Sign me up for the reminders again',
    'I am back in town, start texting me again',
    'Recommencez les rappels svp',
    'Je veux me réabonner',
    'please resubscribe me',
  ],
  'other+': [
    'Should I stop the exercises? Please send advice',
    'Can I stop taking ibuprofen? text me',
    'Can I stop taking ibuprofen text me',
    'I no longer want reminders by email, texts are fine',
    'I don’t want email reminders, text is best',
    'Stop the email reminders please',
    'Please delete my number 416 555 0100 and use this one',
    'Please delete my number 416 555 0100. Use this one.',
    'Remove my old number',
    'Delete my credit card from the file. Is my number needed?',
    'Remove my card number',
    'Unsubscribed from gym, see you',
    'I unsubscribed from the gym',
    'He opted out of school today',
    'I opt out of the study, see you Friday',
    'I withdraw my consent for the surgery',
    'Should I stop the messages?',
    'Why did you stop texting me?',
    'Why did you stop sending reminders?',
    'Did I unsubscribe?',
    'Am I opted out?',
    'What happens if I unsubscribe?',
    'If I opt out, do I lose my spot?',
    'I was unsubscribed by mistake',
    'You don’t text me anymore, why',
    'I got no more texts from you',
    'I don’t want to miss your messages',
    'I don’t want to text my whole story here',
    'Don’t forget me!',
    'please don’t take me off your list',
    'Please stop sending my son home without his brace',
    'Stop sending me the invoices',
    'Please stop contacting my employer',
    'Don’t send me the receipt yet',
    'He does not need it, message received',
    'STOP taking ibuprofen? Text me',
    'I can’t stop coughing, message me',
    'The pain won’t stop. Send help',
    'When will the pain stop? text me',
    'In the end the message was clear',
    'I quit my job, send the bill to my home',
    'I need to stop therapy for now, send me the last invoice',
    'I asked the pharmacy to stop, text me',
    'Can I opt out of the x-ray?',
    'do you have no more texts for me',
    'I didn’t say stop the texts',
    'Dois-je arrêter les exercices ? Envoyez-moi un message',
    'Puis-je arrêter les comprimés ? Écrivez par texto',
    'Pourquoi avez-vous arrêté les rappels ?',
    'arrêtez pas les rappels svp',
    'Je me suis désabonné du gym, à mardi',
    'Enlevez-moi de mardi svp',
    'Retirez-moi de la liste d’attente',
    'Je ne reçois plus de textos de vous',
    'Je ne veux pas manquer vos messages',
    'Je ne veux pas de rappel par courriel',
    'Vous ne m’écrivez plus',
    'Pourquoi vous ne m’envoyez plus de rappels ?',
    'Il n’y a plus de rappels?',
    'je n’ai pas dit d’arrêter les textos',
    'Le saignement n’arrête pas, écrivez-moi',
    'N’hésitez pas à m’envoyer un message',
    'Je me désinscris du cours de yoga',
    'Enlevez-moi le plâtre quand?',
    'Mon arrêt de travail, envoyez-moi un texto',
    // Of starting.
    'Please sign me up for Tuesday at 3',
    'sign me up for the yoga class',
    'I will resume the messages with Dr Quill',
    'start sending the kids alone',
    'When do you start texting me',
    'Can you start sending texts again?',
    'I will start texting my sister',
    'I resubscribe to the gym in May',
    'He will opt in to the study',
    'we start reminders for the baby ourselves',
    'Je me suis réabonné au gym',
    'Je recommence les messages avec Dre Roy',
    'I start work at 9. Text me',
  ],
  'other+ off': ['I stop work at 5, text me after, or can I come at 6 instead'],
  'no+': ['I have to stop work and cancel my visit, send me a message'],
};

/** Our own line, sent back with a word or two. */
const OUR_LINE: Rows = {
  'stop+': [
    'STOP to opt out please',
    'please STOP to opt out',
    'STOP to opt out. Thank you',
    'Hi, STOP to opt out, thanks!',
    'I want to STOP to opt out',
    'I want STOP to opt out',
    'Reply STOP to opt out',
    'Text STOP to unsubscribe.',
    'Bonjour, ARRET pour ne plus en recevoir',
    'ARRET pour ne plus en recevoir. Merci !',
    'Je veux ARRET pour ne plus en recevoir',
    'ARRÊT pour vous désabonner svp',
    'Arrêt pour ne plus en recevoir',
    '"STOP to opt out"',
    '> STOP to opt out',
    // Beside a yes, or another plain answer.
    'Yes STOP to opt out',
    'OK, STOP to opt out',
    'C STOP to opt out',
    'C. STOP to opt out.',
    'STOP to opt out\nYes',
    'yes please STOP to opt out',
    'Yes I want to STOP to opt out',
    'I confirm. STOP to opt out',
    'I’ll be there, STOP to opt out',
    'Oui ARRET pour ne plus en recevoir',
    'd’accord, ARRET pour ne plus en recevoir',
    'Je confirme. ARRET pour vous désabonner',
    'No STOP to opt out',
    'Non, ARRET pour ne plus en recevoir',
    '1 STOP to opt out',
    'both, STOP to opt out',
    'R STOP to opt out',
    '👍 STOP to opt out',
    // Beside words of their own that quote nothing else of ours.
    'Not me. STOP to opt out',
    'STOP to opt out, wrong person',
    'I moved away, STOP to opt out',
    'Pas moi. ARRET pour ne plus en recevoir',
  ],
  'other+': [
    'I don’t want to STOP to opt out',
    'START STOP to opt out',
    'Maple Physio: your visit is Tue, Dec 1 at 10:00 a.m. Reply C to confirm. STOP to opt out. Is this right?',
    'Is it Friday? Your visit is Thursday. STOP to opt out.',
    'Maple Physio : votre rendez-vous, mardi. ARRET pour ne plus en recevoir. Est-ce bien ça?',
    'Loved “Maple: you will get our texts again. STOP to opt out.”',
    '> Maple: your visit is Tuesday. STOP to opt out.\nCan I bring my dog?',
    'It says “STOP to opt out”, is that from you?',
  ],
  yes: ['> Maple: your visit is Tuesday. STOP to opt out.\nC'],
};

it.each(['yes? 😭', 'ok 👎 😭', 'C 😢?'])('%s says two things, whatever face is beside it', (text) => {
  expect(understandReply(text)).toMatchObject({ wish: 'other', forPerson: true });
});

it.each(['yes 😭', 'ok 😢', '1 😭', 'help 🆘', 'C 💔'])('%s is what it says, and read by a person', (text) => {
  expect(understandReply(text)).toMatchObject({ wish: understandReply(text.split(' ')[0] ?? '').wish, forPerson: true });
});

describe('words that French elides', () => {
  it.each(rowsOf(ELIDED))('%j means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });

  const forms = ['\u2019', '\u2018', '\u02bc', '`', '\u00b4', "' ", '\u2019 ', '\uff07'];
  const elided = fc.constantFrom(...rowsOf(ELIDED).map(([text]) => text));
  const dressed = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase().replace(/^(?=STOP|ARR)/u, '. '),
    (text) => text.toLowerCase(),
    (text) => text.normalize('NFD'),
  );

  it('mean the same with any apostrophe', () => {
    fc.assert(
      fc.property(elided, fc.constantFrom(...forms), dressed, (text, form, dress) => {
        expect(understandReply(dress(text.replaceAll("'", form)))).toEqual(understandReply(dress(text)));
      }),
      { numRuns: 1000 },
    );
  });

  it('mean the same without one, as they are typed in a hurry', () => {
    // Only before words that are known to stand after one; others begin so by themselves ("lune", "davantage").
    const unknown = /'(?:avance|épaule|ibup|exercice|une)/;
    const plainer = fc.constantFrom(...rowsOf(ELIDED).flatMap(([text]) => (unknown.test(text) ? [] : [text])));
    fc.assert(
      fc.property(plainer, fc.constantFrom('', ' '), dressed, (text, form, dress) => {
        expect(understandReply(dress(text.replaceAll("'", form)))).toEqual(understandReply(dress(text)));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['surgery', 'I m ill', 'Mavis is ill', 'a surgeon', 'décrire', 'the kids’ exercises', 'd’you think so', 'C ok', 'n no'])(
    '%j is not taken apart into an opt-out',
    (text) => {
      expect(wishOf(text)).not.toBe('stop');
    },
  );
});

describe('"c" before a mere yes', () => {
  it.each(['c ok merci', 'c ok', 'ok c bien sûr', 'C d’accord', 'k c sure'])('is "c’est", and no C: %j', (text) =>
    expect(understandReply(text)).toEqual({ wish: 'yes', forPerson: false, agreement: 'mere' }),
  );

  it('is as plain as the yes beside it', () => {
    expect(understandReply('oui c ok')).toEqual({ wish: 'yes', forPerson: false, agreement: 'plain' });
    for (const text of ['C', 'ok C', 'C yes', 'c merci'])
      expect([text, understandReply(text)]).toEqual([text, { wish: 'yes', forPerson: false }]);
  });
});

describe('an opt-out or an opt-in within more words', () => {
  it.each(rowsOf(OF_WHAT))('%j means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });

  const apart = fc.constantFrom('. ', '? ', '! ', '\n', '; ', ', ', '... ');
  const matter = fc.constantFrom('the exercises', 'taking ibuprofen', 'work', 'the pills', 'the brace', 'my yoga', 'physio at home');
  const wanting = fc.constantFrom(
    'Text me',
    'Please send advice',
    'message me after',
    'send me a reminder',
    'Reminders are fine',
    'Texts help me',
  );

  it('is none of something else, whatever is said of texts beside it', () => {
    const asked = fc.constantFrom(
      'Should I stop',
      'Can I stop',
      'I had to stop',
      'He will stop',
      'Do I need to stop',
      'My doctor said to stop',
    );
    fc.assert(
      fc.property(asked, matter, apart, wanting, (begins, what, ends, then) => {
        expect(wishOf(`${begins} ${what}${ends}${then}`)).toBe('other');
      }),
      { numRuns: 500 },
    );
  });

  it('is one, whatever is said before or after it', () => {
    const demand = fc.constantFrom(
      'stop texting me',
      'Please stop sending me messages',
      'don’t text me',
      'arrêtez de m’écrire',
      'no more texts',
      'N’envoyez plus rien',
      'unsubscribe me',
      'take me off your list',
    );
    const other = fc.constantFrom(
      'I was there on Tuesday',
      'Is this Maple?',
      'Why is it so',
      'Don’t cancel my visit',
      'Merci pour tout',
      'Should I stop the exercises?',
    );
    fc.assert(
      fc.property(demand, other, fc.constantFrom('. ', '! ', '\n', '... '), fc.boolean(), (wanted, beside, ends, first) => {
        expect(wishOf(first ? `${wanted}${ends}${beside}` : `${beside}${ends}${wanted}`)).toBe('stop');
      }),
      { numRuns: 500 },
    );
  });

  it('that starts them again is none where it asks', () => {
    const starts = fc.constantFrom(
      'start texting me',
      'resume the reminders',
      'sign me up',
      'opt me back in',
      'recommencez les rappels',
      'resubscribe me',
    );
    fc.assert(fc.property(starts, (what) => expect([wishOf(what), wishOf(`${what}?`)]).toEqual(['start', 'other'])));
  });
});

describe('our own line on opting out, sent back', () => {
  it.each(rowsOf(OUR_LINE))('%j means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });

  it('is an opt-out beside any courtesy, and never a yes', () => {
    const lines = fc.constantFrom('STOP to opt out', 'STOP to unsubscribe', 'ARRET pour ne plus en recevoir', 'ARRÊT pour vous désabonner');
    const beside = fc.constantFrom('', 'please', 'Thanks!', 'merci', 'C', 'yes', 'Oui.', 'ok,', 'd’accord', 'No.', '1', '👍');
    fc.assert(
      fc.property(lines, beside, beside, (line, before, after) => {
        expect(understandReply(`${before} ${line}. ${after}`)).toEqual({ wish: 'stop', forPerson: true });
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text of not coming or of another time, in ordinary words', () => {
  it.each([
    'drop my appointment',
    'please skip my visit this week',
    'I no longer need the appointment',
    'I don’t need my visit anymore',
    'can’t do Tuesday',
    'we cannot do tomorrow morning',
    'No I can’t',
    'Sorry I can’t.',
    'sorry, can’t today',
    'something came up',
    'Something has come up at home',
    'I’ve got covid',
    'we all have the flu',
    'My son has a fever',
    'Won’t be in tomorrow',
    'I will not be there',
    'I won’t be available',
    'could you push my visit to next week',
    'can we bump the appointment',
    'Can we switch to Friday?',
    'don’t expect me',
    'Do not wait for me',
    'I have to work',
    'I’m not going to make it',
    'Tuesday doesn’t work for me',
    'that time does not work anymore',
    'I am out of town',
    'We are on vacation',
    'my car broke down',
    'Family emergency',
    'I missed my appointment',
    'I forgot my visit',
    'Can I come in earlier?',
    'is a later appointment possible',
    'There was a death in the family',
    'not available Friday',
    'Too unwell for it',
    'J’ai un empêchement',
    'J’ai eu un imprévu',
    'On peut changer pour vendredi?',
    'pouvez-vous changer mon rdv à lundi',
    'Désolé, impossible demain',
    'pas possible pour moi',
    'Je ne suis pas disponible',
    'suis pas dispo jeudi',
    'J’ai la grippe',
    'mon fils a de la fièvre',
    'Je n’ai plus besoin du rendez-vous',
    'peut-on repousser le rendez-vous',
    'on pourrait le décaler',
    'Je dois travailler',
    'Nous sommes en vacances',
    'Mardi ne marche pas pour moi',
    'ça ne fonctionne plus',
    'j’ai raté mon rendez-vous',
    'Plus tard dans la journée serait mieux pour le rdv, venir plus tard',
    'N’y serai pas',
    'Je n’irai pas',
    'je me désiste',
    'décès dans la famille',
    'not gonna make it today',
    'I have another commitment',
    'Could we do Thursday?',
    'Not today',
    'give my spot to someone else',
    'I changed my mind',
    'I don’t want to come anymore',
    'im at the ER',
    'Je ne peux plus venir',
    'J’peux pas mardi',
    'Pas demain',
    'Je serai absente demain',
    'Serait-il possible de venir vendredi?',
    'je passe mon tour',
    'Je suis pris au travail',
  ])('%j is told of', (text) => {
    const { wish, mayBeOff } = understandReply(text);
    expect([text, ['no', 'reschedule'].includes(wish) || mayBeOff]).toEqual([text, true]);
  });

  it.each([
    'I can’t do the exercises',
    'I cannot open the link',
    'Can’t wait to see you!',
    'My knee is not good since the new shoes',
    'Can I bring my dog?',
    'The pills change my mood',
    'Should I change the bandage?',
    'Do I need a form?',
    'Hello? What about tomorrow',
    'Running 10 minutes late',
    'Where do I park?',
    'Do you do massage too?',
    'Will my visit be covered?',
    'I feel much better',
    'Please text me later',
    'Est-ce que je peux amener mon chien?',
    'J’ai mal depuis mardi',
    'Dois-je changer mon pansement ?',
    'Où est-ce?',
    'Quel est votre tarif ?',
    'Je suis en retard de 10 minutes',
    'Don’t drop my appointment',
    'I need my appointment time',
    'Is my appointment tomorrow or Tuesday?',
    'can’t sleep at night',
    'le lien ne fonctionne pas',
    'Il n’y a pas la facture',
    'J’ai changé de numéro',
    'I was fine with the appointment reminders',
  ])('%j is not', (text) => {
    const { wish, mayBeOff } = understandReply(text);
    expect([wish, mayBeOff]).toEqual(['other', undefined]);
  });

  it.each([
    'Stop. I don’t need the reminders',
    'I don’t need appointment reminders',
    'No more texts, I have moved',
    'Remove me from your list, I never came',
  ])('%j calls off no visit', (text) => {
    expect(understandReply(text)).not.toHaveProperty('cancels');
  });
});

/** What a yes is said to: a plain one is of the appointment, and of nothing else. */
const CONFIRMED: Rows = {
  yes: [
    'confirm my appointment',
    'I confirm the visit',
    'I confirm this appt',
    'I confirm my attendance',
    'confirm the date',
    'I confirm the time',
    'I confirm this',
    'confirm my Tuesday appointment',
    'confirm appointment please',
    'Yes, please confirm',
    'Yes please confirm my appointment',
    'C, please confirm',
    'Confirm please',
    'Confirmer svp',
    'Please, I confirm',
    "Je confirme l'heure",
    'Je confirme ma présence',
    'Je confirme la date',
    'Nous confirmons notre rendez-vous',
    'on confirme le rdv',
    'Je confirme le rendez-vous, merci',
    'Je confirme mon rdv svp',
  ],
  'other+': [
    "Je confirme l'absence",
    "Je confirme l'arrêt",
    "Je confirme l'erreur",
    "Je confirme l'autre",
    "Je confirme l'opération",
    'I confirm my absence',
    'Je confirme mon absence',
    'Je confirme le changement',
    'Je confirme le report',
    'confirm the other appointment',
    'I confirm the wrong appointment',
    'confirm my daughter',
    'I confirm the time change',
    'Please confirm',
    'Pls confirm',
    'Hi, please confirm',
    'Please confirm my appointment',
    'Thanks! Please just confirm',
    'svp confirmer mon rdv',
    'Bonjour, s’il vous plaît confirmer',
  ],
  // Said of an appointment that is off: news for the clinic, as any no.
  'no+': [
    "Je confirme l'annulation",
    "confirmer l'annulation svp",
    "on confirme l'annulation",
    "Oui je confirme l'annulation",
    "Bonjour, je confirme l'annulation, merci",
    'I confirm the cancellation',
    'confirm my cancellation please',
  ],
};

describe('a yes', () => {
  it.each(rowsOf(CONFIRMED))('%j means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });
});

/** A stop beside a word of texts is an opt-out unless it is clearly of something else. */
const DEMANDED: Rows = {
  'stop+': [
    // Of more than texts.
    'stop calling and texting',
    'stop calling and texting me',
    'Please stop calling or texting',
    'Please stop calling and texting this number',
    'Stop emailing and/or texting me',
    'stop calling, emailing and texting me',
    'stop calling me and texting me',
    'don’t call or text me',
    'Please do not call, email or text',
    'Do not call or text',
    'never text or call me again',
    'no calls or texts please',
    'No calls, emails or texts',
    'no calls, no texts',
    'Pas d’appels ni de textos',
    'No more calls or texts',
    'halt bugging me by text',
    'No further texts',
    'No further contact please',
    'Stop all contact',
    'Cease all contact',
    'stop contact',
    'Please stop all contact with me',
    'Cessez tout contact',
    'Arrêtez tout contact',
    // Another way is wanted.
    'Stop texting and email me',
    'Stop texting and call me',
    'Stop texting and email instead',
    'Stop texting and just call',
    'Stop texting email me',
    'Don’t text me and call me',
    'do not contact me and call me',
    'Don’t text, call me',
    'Stop writing and call me',
    'je préfère les courriels, pas de textos',
    'I prefer e-mail, no texts please',
    'No texts please, I prefer e-mail',
    'I’d rather not get texts',
    'I would rather you didn’t text me',
    // From a phone of somebody else.
    'Stop texting my work phone',
    'stop texting our work number',
    'stop texting the work phone',
    'stop texting my school phone',
    'Stop contacting my work',
    'stop texting my email',
    'This is not Zoe’s number anymore please stop',
    'pls stop i am not your patient',
    'Please stop this is not my number',
    'Ca suffit arretez',
    'Ca suffit',
    'C’est pas mon numéro arrêtez svp',
    // Whatever it is that is sent.
    'stop sending confirmations',
    'stop sending updates',
    'stop sending info',
    'stop sending things',
    'stop sending things to this number',
    'stop sending for Zoe',
    'don’t send reminders',
    'Please do not send any reminders',
    'arrêtez d’envoyer des confirmations',
    'N’envoyez plus de confirmations',
    'How do I stop these?',
    'Turn off reminders',
    'turn off texts please',
    'Can you turn the reminders off?',
    'Please take me off of your text list',
    'take me off the reminder list',
    // In French.
    'arretez decrire',
    'arretez decrire svp',
    'arretez d ecrire',
    'Arrêtez d’me texter',
    'arrête de m’texter',
    'arrete dme texter',
    'désabonnez-moi de la clinique',
    'unsubscribe me from the clinic',
    'arrêtez tout par texto',
    'stop everything by text',
    'annulez les textos ?',
    'Pouvez-vous ne m’écrivez plus',
    'Je ne veux aucun texto',
    'Je ne veux recevoir aucun rappel',
    'Je refuse les textos',
    'I refuse to receive texts',
    'Désactivez les textos',
    'Mettez fin aux textos',
    'Pu de textos svp',
    'Ne communiquez plus avec moi',
    'Merci de ne plus communiquer avec moi',
    'Je ne veux plus que vous m’écriviez',
    'enough with the texts',
    'Enough texting',
    'no more texting me',
    'I don’t want any contact',
    'I don’t want contact from you',
    'I do not want to be called or texted',
    'I don’t want you calling or texting me',
    'I told you not to text me',
    'I asked you not to text me',
    'Please refrain from texting me',
    'Kindly refrain from sending messages',
    'please avoid texting me',
    'these texts need to stop',
    'I want these texts to stop',
    'make the texts stop',
    'take me off texts',
    'take me off the reminders',
    'Remove this number from your records',
    'You’ve got the wrong number stop',
    'wrong number please remove',
    'cancel texting',
    'Turn them off',
    'I am tired of your texts',
    'Je ne veux pas de contact',
    'Je ne veux plus de contact avec vous',
    'Je suis tanné de vos messages',
    'J’ai pas besoin de vos rappels',
    'textez-moi plus',
    'Écrivez-moi pu',
    'm’écrivez plus',
    'me textez plus svp',
    'contactez-moi plus jamais',
    'envoyez plus de textos',
    'envoyez-moi plus rien',
    'sortez-moi de la liste',
    'Je n’en veux plus',
    'Annulez l’envoi de textos',
    'n’importe quoi, textez-moi pas',
    // As they were before what the verb is of was looked at.
    'please stop emails, calls and texts',
    'stop from texting me',
    'I said stop texting me, ok?',
    'Veuillez arrêter de me texter ?',
    'Arrêtez de communiquer par texto',
    'enlevez-moi de là',
    'enlevez-moi de là et appelez-moi',
    'don’t call/text me',
    'do not text/call',
    'no calls/texts',
    'Stop calling & texting me',
    'arrêtez d’m’appeler pis d’me texter',
    'arrêtez de m’appeler pis me texter',
    'arrêtez svp ce n’est pas mon numéro',
    'Arrêtez merci ce n’est pas mon numéro',
    'ni appels ni textos',
    'Ni textos ni appels svp',
    'enlevez-moi je ne suis pas Zoé',
    'I withdraw my consent for good',
    'don’t use this number and remove my number',
    'ne plus envoyer de confirmations',
  ],
  'other+': [
    // Near misses.
    'Can I stop taking ibuprofen and texting you my scores?',
    'Don’t call, text me',
    'no emails, just texts',
    'No calls please, texts are fine',
    'I prefer texts, no emails',
    'stop emailing me, texting is better',
    'Please stop calling me, text only',
    'Stop calling, texting is fine',
    'Should I stop contact sports?',
    'I stop contact lenses at night, text me',
    'Please stop all contact with my employer',
    'Stop texting my employer',
    'Stop sending Zoe home without her brace',
    'Stop sending my daughter to room 3',
    'Please stop sending receipts',
    'Stop writing notes',
    'Stop sending a nurse',
    'Please stop the calls',
    'Should I turn off reminders?',
    'Did you turn off the reminders?',
    'Don’t turn off the reminders',
    'Please turn off the heat in room 3',
    'You don’t send reminders',
    'I waited all day, no message',
    'How do I stop the bleeding?',
    'How do I stop these cramps?',
    'The pain will not stop please help',
    'Where is the bus stop please',
    'I would rather not get a needle',
    'Unsubscribe me from the yoga class',
    'Désabonnez-moi du cours',
    'arrêtez de décrire mes symptômes',
    'Je refuse la chirurgie',
    'Je ne veux aucun médicament',
    'Désactivez mon dossier',
    'Ne communiquez pas mes résultats',
    'Ne communiquez pas avec moi par courriel',
    'On ne veut plus que vous mangiez ici',
    'Please don’t avoid texting me',
    'can I stop sending you my logs?',
    'I will stop sending you my food log',
    'OK I’ll stop texting you now',
    'turn this off?',
    'I want contact from you',
    'I need contact',
    'I try to avoid texting',
    'Je n’ai pas besoin de rappels de vaccin',
    'Who told you not to text me?',
    'Textez-moi plus tard',
    'Écrivez-moi plus de détails',
    'Envoyez-moi plus de détails par texto',
    'Textez-moi pas avant 5',
    'Enough with the exercises, text me',
    'Please avoid texting my employer',
    'I was told not to text and drive',
    'My contact lenses hurt, I don’t want contact with light',
    'I am tired of my brace. Message me',
    'The message said to stop by',
    'Je n’ai pas besoin de rappel à la physio mardi',
    'take me off the pills',
    'J’ai besoin de contact humain',
    'Pourquoi vous n’envoyez plus de textos ?',
  ],
};

describe('a demand to be left alone', () => {
  it.each(rowsOf(DEMANDED))('%j means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });
});

/** What names texts, or being written to, and demands nothing of it. */
const NO_DEMAND: Rows = {
  'other+': [
    'Je n’aime pas être dérangé au travail',
    'Je ne veux pas être avisé par courriel',
    'Je pensais ne plus être avisé',
    'Je suis fâchée de ne pas être avisée',
    'Can you not send me a link?',
    'Could you not send me a reminder the day before?',
    'Would you not text me the time?',
    'Why can you not text me?',
    'can you not text me when a spot opens',
    'Can you not write me a note?',
    'can you please not text me on my old phone',
    'C’est quoi ARRET pour ne plus en recevoir?',
    'I will take my number off the form',
    'Take my number off the form',
    'Fichez-moi la paix avec le yoga lol',
    'I don’t need a text back',
    'I don’t like your new reminder time',
  ],
  'other+ off': ['Je ne peux pas être contactée avant 17h', 'je peux pas être contacté au travail'],
  'stop+': [
    'Can you not text me?',
    'can you not text me anymore',
    'Could you not send me any more texts?',
    'Would you please not send me reminders?',
    'Can you not text me at this number?',
    'Je ne veux pas être contactée',
    'Merci de ne plus être contacté',
    'J’aimerais ne plus être contacté svp',
    'ARRET pour ne plus en recevoir?',
    'ARRET pour ne plus en recevoir!',
    'please take my number off your list',
    'Can you take this number off?',
    'I want you to take my number off your system',
    'take my number off of your records',
    'Fichez-moi la paix',
    'Fichez-moi la paix avec vos textos',
    'Leave me alone with your texts',
    'I don’t need texts',
    'I don’t like your reminders',
  ],
  'start+': [
    'START please, I need my reminders',
    'START, I want my reminders back',
    'Start, je veux mes rappels',
    'turn on reminders',
    'Please turn the texts back on',
    'turn reminders on again',
  ],
};
const NO_OPT_IN: Rows = {
  'other+': [
    'Start, I want no reminders',
    'turn on the heat, I am cold',
    'I turn on my messages at night',
    'Turn on reminders?',
    'Start: Monday. I need reminders for work',
  ],
};

describe('words of texts that demand nothing', () => {
  it.each([...rowsOf(NO_DEMAND), ...rowsOf(NO_OPT_IN)])('%j means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });
});

/** A word that is said of more than texts, and what is beside it. */
const CRIES: Rows = {
  help: ['HELP', 'help', ' Help ', 'ＨＥＬＰ', 'INFO', 'aide'],
  'help+': [
    ...['Please help', 'Help now please', 'HELP!!!', 'help thanks', 'Help immediately please', 'help 🙏', 'aide svp', 'Help.', 'help?'],
    ...['"help"', 'Hi, help', 'Aide !', 'HELP 😭', 'help :(', 'Just help', 'info please', 'Info 🙏'],
  ],
  stop: ['END', 'quit', 'Fin', 'E N D', 'stop now', 'please stop', 'just stop', 'STOP!!!', 'end texts please', 'quit texting please'],
  'stop+': [
    'please end',
    'just end',
    'END!!!',
    'end now please',
    'quit svp',
    'Fin.',
    'please quit',
    'end 🙏',
    'can you end',
    'sorry, end',
    'fin merci',
  ],
};

/** Nothing that anybody would have to know. */
const COURTESY = [
  ...['thanks!', 'Thanks', 'merci!', 'Merci beaucoup', 'thx', 'Thx!!', 'ty', 'Thank you so much', 'many thanks', 'Thanks again!', 'cheers'],
  ...[
    'see you',
    'See you Saturday',
    'See you tomorrow!',
    'see ya',
    'Thanks, see you Monday morning',
    'see you next week',
    'bye',
    'Take care!',
  ],
  ...[
    'à demain',
    'À mardi',
    'à bientôt',
    'Merci, bonne journée',
    'Bonne fin de semaine !',
    'merci, bonne soirée à vous aussi',
    'Merci et bonne journée à vous',
    'au revoir',
  ],
  ...[
    'Thanks, have a great day!',
    'You too',
    'Have a good one',
    'Hi, thanks!',
    'Bonjour, merci',
    'ok merci à demain',
    'Ok, see you Friday',
    'ok c ya',
    'thx c ya',
    'c ya Friday',
  ],
  ...[
    'Thanks 🙏',
    'thanks 😊',
    'merci ❤️',
    'thank you 👍🏽',
    'thanks :)',
    'Merci ;-)',
    'Thanks <3',
    'thanks :D',
    '❤️',
    '🙏',
    '😊',
    ':)',
    'Merci ☺️🌸',
    'Thanks ^^',
  ],
  ...[
    'Thanks for the reminder',
    'Merci pour le rappel',
    'thanks for letting me know',
    'Merci pour votre réponse',
    'Thank you dear',
    'de rien',
    'You’re welcome',
  ],
];
const NO_COURTESY = [
  ...[
    '',
    ' ',
    '...',
    'hello',
    'Bonjour',
    'Hi',
    'sorry',
    'please',
    'now',
    'svp',
    'thanks?',
    'merci ?',
    'thanks but no',
    'Thanks for nothing',
    'thanks 2',
    '2 thanks',
  ],
  ...[
    'thanks 😢',
    'thanks :(',
    'Merci 🙁',
    'thanks 🤔',
    'thanks 🤷‍♀️',
    'merci 👎',
    'thanks 🚑',
    'thanks ❓',
    'Thanks 🙄',
    'bye 😭',
    '💔',
    '🤔',
    ':(',
  ],
  ...[
    'see you at 3',
    'see you on the 5th',
    'à 10h',
    'thanks, running late',
    'Merci, mais je suis en retard',
    'thanks, sorry',
    'please, thanks',
  ],
  ...[
    'Thanks for cancelling',
    'Merci d’annuler',
    'thanks, my back hurts',
    'see you never',
    'goodbye forever',
    'adieu',
    'merci pour tout',
    'see you in hell',
  ],
  ...[
    'thanks, call me',
    'thank you for calling me back',
    'see you in court',
    'a',
    'have a nice life',
    'thanks for the pain',
    'À l’aide merci',
  ],
];

describe('a cry', () => {
  it.each(rowsOf(CRIES))('%j means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });
});

describe('a courtesy', () => {
  it.each(COURTESY)('is one and nothing else: %j', (text) => {
    expect(understandReply(text)).toEqual({ wish: 'other', forPerson: true, courtesy: true });
  });

  it.each(NO_COURTESY)('is more, or less: %j', (text) => {
    expect([text, understandReply(text)]).toEqual([text, expect.not.objectContaining({ courtesy: true })]);
  });

  it('is none beside any other word', () => {
    const courtesy = fc.constantFrom('thanks', 'Merci beaucoup', 'see you', 'à demain', 'have a nice day', 'thanks :)');
    const other = fc.constantFrom('late', 'pain', 'stop', 'no', 'yes', '3', 'Zoé', 'pas', 'cancel', 'why', 'maybe', 'help', 'malade');
    fc.assert(
      fc.property(courtesy, other, fc.constantFrom(' ', ', ', '. ', '\n'), fc.boolean(), (polite, word, between, first) => {
        const text = first ? `${word}${between}${polite}` : `${polite}${between}${word}`;
        expect([text, understandReply(text).courtesy]).toEqual([text, undefined]);
      }),
    );
  });

  it('is looked for in no time, however long the text', () => {
    const before = performance.now();
    for (const words of ['merci a vous ', 'thanks all ', 'see you later ', 'ok ']) understandReply(`${words.repeat(120)}x`);
    for (const words of ['merci a vous ', 'thanks all ', 'see you later ', 'ok ']) understandReply(`${words.repeat(6)}x`);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

/** What names texts, or is shouted, and is of another matter. */
const ANOTHER_MATTER: Rows = {
  stop: ['please stop texting me right now', 'STOP TEXTING ME'],
  'other+': [
    'dont send me to voicemail, call my cell',
    'Don’t send me home without my papers',
    'don’t send me there again',
    'don’t text me the address, I know it',
    'Don’t text me the address I know it',
    'please don’t text me my results',
    'do not text me a photo of it',
    'don’t text me directions',
    'I told you not to text me the code',
    'I don’t want you to text me the address',
    'I’d rather you didn’t text me the address',
    'Ne me textez pas l’adresse, je la connais',
    'Merci de ne pas me texter l’adresse',
    'I don’t need the text, I know my time',
    'I don’t need a reminder, I know',
    'i do not need the message',
    'don’t text me right now I’m driving',
    'Don’t text me now',
    'don’t text me now, I’m driving',
    'dont text me now im driving',
    'please don’t text right now',
    'dont text now',
    'don’t text me at the moment, I’m in class',
    'don’t text me yet',
    'Ne m’écrivez pas maintenant, je conduis',
    'Textez-moi pas tout de suite',
    'please stop sending the links, they don’t open',
    'Please stop sending the links. They don’t open.',
    'stop sending me broken links',
    'arrêtez d’envoyer des liens qui n’ouvrent pas',
    'STOP MOVING MY APPOINTMENT!!',
    'STOP CHARGING MY CARD',
    'STOP cancelling on me',
    'STOP BEING LATE',
    'STOP MAKING ME WAIT',
    'STOP SENDING ME BILLS',
    'STOP THE CHARGES ON MY CARD',
    'STOP MY PRESCRIPTION',
    'please stop cancelling my appointments',
  ],
  'stop+': [
    'don’t text me at work',
    'don’t text me before 9am',
    'don’t text me in the morning',
    'don’t text me the day before',
    'don’t text me that late',
    'don’t text me that anymore',
    'don’t text me my appointments',
    'don’t text me now that I moved',
    'don’t text me now I am not your patient',
    'don’t send me out of date reminders',
    'don’t send me these in the morning',
    'I don’t need a reminder for every visit',
    'STOP WASTING MY TIME',
    'STOP paying for these texts',
    'STOP annoying me',
    'ne me textez pas mes rendez-vous',
    'don’t text me a lot',
    'don’t text me your reminders',
    'don’t send me the reminders',
    'don’t send me your texts',
    'don’t send me that',
    'don’t text me my husband has this phone now',
    'don’t text me the number is wrong',
    'Don’t text me now or ever again',
    'Don’t text me anymore',
    'STOP NOW, don’t text me',
    'I don’t need these texts',
    'I don’t need your reminders',
    'I don’t need a text every day',
    'I don’t need the text messages',
    'please stop sending the link it is not mine',
    'stop sending links to the wrong person',
    'STOP CALLING ME',
    'STOP HARASSING ME',
    'STOP EVERYTHING I AM DONE',
    'STOP I’M MOVING',
    'STOP, MOVING AWAY',
    'STOP THE REMINDERS FOR MY APPOINTMENT',
    'STOP MY APPOINTMENT REMINDERS',
    'ne me textez pas le matin',
    'Ne me textez pas vos rappels',
  ],
};

describe('what is of another matter', () => {
  it.each(rowsOf(ANOTHER_MATTER))('%j means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });
});

/** A yes, and what takes something from it. */
const DOUBTFUL: Rows = {
  'yes+': ['Yes :(', 'Yes 🙁', 'C 🤧', 'C :-(', 'Oui :/', 'ok ☹️', 'yes D:', 'C :’('],
  'other+': [
    ...['Yes 🤷‍♀️', 'Ok 🤔', 'Yes ❓', 'C 🙅‍♀️', 'ok 😕', 'C 🤞', 'yes ⁉️', '👍🤔', '👍 :(', '1 🤔', 'START 🤷'],
    ...['Ok sorry', 'Yes, sorry', 'C désolé', '1 sorry', 'Oui désolée'],
    ...['Confirmation please', 'Confirmation svp', 'confirmation s’il vous plaît', 'Confirm the time please', 'Hi, confirm my time please'],
    ...['Please confirmation', 'Confirmer l’heure svp', 'confirmation of my visit please'],
  ],
  yes: [
    'Yes :)',
    'C 😊',
    'ok 😂',
    'Yes!! 🎉',
    'confirm appointment please',
    'Confirm please',
    'confirmation',
    'Yes please confirm the time',
  ],
};

describe('a yes with a face, or with sorry, beside it', () => {
  it.each(rowsOf(DOUBTFUL))('%j means %s', (text, meant) => {
    expect(meaningOf(text)).toBe(meant);
  });
});

describe('an opt-out that is denied, undone or asked about', () => {
  it.each([
    'Sorry, I didn’t mean to unsubscribe',
    'Oops, I did not mean to opt out',
    'I never opted out',
    'I haven’t unsubscribed',
    'I didn’t ask to be unsubscribed',
    'I’m not unsubscribing',
    'It says I opted out',
    'You said I opted out but I didn’t',
    'Can you undo my opt out?',
    'I think I unsubscribed, please resubscribe me',
    'I got unsubscribed somehow, please add me back',
    'je ne me suis pas désabonné',
    'je me suis désabonnée mais je veux les rappels',
    'STOP was a mistake',
    'ARRET par erreur',
    'No reminder?',
    'Pas de rappel ?',
    'No text?',
  ])('is no opt-out, and somebody reads it: %s', (text) => {
    const { wish, ownWords } = understandReply(text);
    expect(wish).not.toBe('stop');
    expect(ownWords).toBe(true);
  });

  it.each([
    'I don’t want these texts, unsubscribe',
    'I said unsubscribe!',
    'I have asked you before: unsubscribe me',
    'annulez, désabonnez-moi',
    'Désabonnez-moi mais gardez mon rendez-vous',
    'You said you would unsubscribe me. Unsubscribe me now',
    'STOP?',
    'I have opted out already, stop texting me',
  ])('is one all the same where it is demanded: %s', (text) => expect(wishOf(text)).toBe('stop'));
});

/** Who wants to be left alone, in words that no keyword stands among. */
const LEFT_ALONE: Rows = {
  stop: ['STPO', 'unsubscirbe', 'unsubscibe please', 'arretze'],
  'stop+': [
    ...['REMOVE', 'remove', 'Remove please', 'remove me', 'REMOVE ME!!!', 'Remove me please', 'pls remove me from this', 'remove us'],
    ...['remove me now', 'Remove from list', 'remove from your list', 'Remove number', 'delete me', 'unlist me', 'Take off list'],
    ...['Wrong number remove', 'not me remove', 'no thanks, remove me', 'I moved, remove me', 'stop pls remove', 'remove this number'],
    ...['take me off', 'take me off please', 'Take us off this', 'take me off of this', 'Get me off this list', 'drop me from your list'],
    ...['I want to be removed', 'I would like to be removed', 'we’d like to be taken off', 'I wish to be removed from your list'],
    ...['please have me removed', 'can you remove me?', 'could you take me off?', 'how do I get removed?', 'How do I get off this list?'],
    ...['remve me', 'remov me', 'Removve', 'rmove me please', 'enelvez-moi'],
    ...['retirez-moi', 'Retirez moi svp', 'retirez-nous', 'RETIRER', 'enlevez-nous de là', 'Supprimez-moi', 'Ôtez-moi de là', 'rayez-moi'],
    ...['retirez-moi de ça', 'je veux être retiré', 'Je veux être retirée svp', 'je voudrais être enlevé', 'comment être retiré ?'],
    ...['pouvez-vous me retirer ?', 'Pas moi, retirez-moi', 'retirze-moi', 'enlevez moi s’il vous plaît'],
    // A stop, and why.
    ...[
      'stop I moved away',
      'Stop i moved',
      'Stop we moved',
      'please stop I moved away',
      'stop now i moved away',
      'stop it please i moved',
    ],
    ...['stop I’m not a patient anymore', 'stop i found another clinic', 'stop i dont live there anymore', 'stop wrong number'],
    ...['stop you have the wrong person', 'stop I do not want this', 'stop not interested', 'stop we are not interested'],
    ...['arrêtez, j’ai déménagé', 'Arrêtez j’ai déménagé', 'arretez jai demenage', 'arretez j ai demenage', 'ARRÊTEZ J’AI DÉMÉNAGÉ'],
    ...['arrêtez on a déménagé', 'arrêtez, nous avons déménagé', 'arrêtez je ne suis plus votre patient', 'cessez j’ai déménagé'],
    ...['stop j’ai déménagé', 'stop on a déménagé', 'arrête j’ai déménagé', 'arrêtez vous avez le mauvais numéro'],
    ...[
      'Please, arrêtez, j’ai déménagé',
      'Stop, I moved',
      'Remove me from your texts',
      'Remove me from all lists',
      'remove me from all future messages',
    ],
    ...[
      'take us off your list please',
      'Please remove me from your system',
      'remove me from your contacts',
      'get me off your contact list',
      'I am not a patient here, remove me',
    ],
    ...[
      'This is not Ella. Remove me.',
      'Who is this? Remove me',
      'I don’t know who this is, leave me alone',
      'pls leave me alone thx',
      'leave me the hell alone',
    ],
    ...['leave me the f alone', 'leave me tf alone', 'just make it stop already', 'ok make it stop', 'you guys leave me alone'],
    ...[
      'I want to be left alone',
      'I’d like to be left alone please',
      'I ask to be removed',
      'dont ever want to hear from u again',
      'never want to hear from yall again',
    ],
    ...['we dont want to hear from your clinic', 'I’m blocking you', 'ill block you', 'im gonna block this number', 'laissez moi tranquil'],
    ...[
      'laissez-moi tranquile',
      'Laissez moi tranquille une fois pour toutes',
      'fichez-moi patience',
      'arretez sa',
      'arrêtez ça, j’ai déménagé',
    ],
    ...[
      'arrêtez maintenant j’ai déménagé',
      'arrêtez svp j’ai déménagé',
      'j’ai déménagé, arrêtez',
      'j’ai demenage arretez',
      'J’ai déménagé retirez-moi',
    ],
    ...[
      'enlevez-moi de vos contacts',
      'enlevez-moi de votre système',
      'veuillez me retirer',
      'merci de me retirer',
      'merci de nous retirer de la liste',
    ],
    ...[
      'svp m’enlever',
      'svp me retirer de la liste',
      'je souhaite être retirée de votre liste',
      'ne m’écrivez plus jamais',
      'n’écrivez plus à ce numéro',
    ],
    ...['je veux plus recevoir ça', 'j’aimerais ne plus recevoir ces textos', 'stop. i moved away', 'Stop - I moved', 'stop!! i moved'],
    ...['STOP i moved away last year', 'Bloquez-moi svp', 'supprimez-moi de votre liste'],
    // To be in peace.
    ...['leave us alone', 'Leave me alone!!', 'please just leave me alone', 'leave me be', 'Leave us in peace', 'let me be'],
    ...['leave my phone alone', 'could you leave us alone?', 'will you leave me alone?', 'leave me alone with these texts'],
    ...[
      'don’t bother me',
      'dont bother us anymore',
      'Do not disturb me again',
      'go away',
      'Get lost!',
      'f off',
      'knock it off',
      'cut it out',
    ],
    ...['enough already', 'no more of this'],
    ...['laissez-nous tranquilles', 'laissez-nous tranquille svp', 'laisse-moi tranquille', 'laissez moi en paix', 'Laissez-nous en paix!'],
    ...['fichez-nous la paix', 'foutez-moi la paix', 'sacrez-moi patience', 'pouvez-vous nous laisser tranquilles ?', 'allez-vous-en'],
    ...['achalez-moi pus', 'dérangez-moi plus', 'ne nous dérangez plus', 'ne m’embêtez plus', 'ne m’ecrivez plus', 'ne nous écrivez plus'],
    // That it end.
    ...['make it stop', 'please make it stop', 'make this stop', 'Make them stop', 'can you make it stop?', 'I want this to stop'],
    ...['make it stop I moved', 'I get these texts every day, make it stop', 'So many messages. Please make it stop'],
    ...['Thanks but stop', 'ok but stop please', 'mais arrêtez', 'he is deceased stop', 'My mother passed away stop'],
    ...['You texted me 5 times today, remove me', 'Remove me. I moved in 2024', 'Please remove me, 416 555 1234', 'Block me this is spam'],
    ...['remove me from your list on Friday', 'take me off your list of patients', 'enlevez-moi de votre liste de rappels'],
    ...['Effacez mon numéro de téléphone', 'Effacez mon numéro de votre liste', 'take my number off your list', 'remove my cell number'],
    ...[
      'que ça arrête',
      'faites que ça arrête',
      'Faites que ça cesse svp',
      'faites cesser ça',
      'faut que ça arrête',
      'il faut que cela cesse',
    ],
    // To be blocked, or to block.
    ...[
      'block me',
      'please block me',
      'block my number',
      'Block this number',
      'I blocked you',
      'i am blocking this number',
      'can you block me?',
    ],
    ...['bloquez-moi', 'bloquez mon numéro', 'je vous bloque', 'oubliez mon numéro'],
    // To hear no more.
    ...['I don’t want to hear from you', 'I dont want to hear from you anymore', 'don’t want to hear from you again'],
    ...['do not want to hear from this clinic', 'I never want to hear from you again', 'we do not wish to hear from you'],
    ...['no longer want to hear from you', 'I’d rather not hear from you', 'I don’t wanna hear from u'],
    ...['je ne veux plus de vos nouvelles', 'je ne veux plus entendre parler de vous', 'je veux plus rien savoir de vous'],
    ...['Je ne souhaite plus avoir de vos nouvelles'],
  ],
};

/** The same words of something else: denied, asked about, or of what is not these texts. */
const NOT_LEFT_ALONE: readonly string[] = [
  ...[
    'stop the car I am here',
    'stop I meant Tuesday',
    'arrête de t’inquiéter',
    'Please remove me from Friday’s class',
    'remove me from the 3pm slot',
  ],
  ...[
    'please remove me from tomorrow',
    'remove us from tomorrow',
    'take me off tomorrow',
    'take me off the calendar',
    'please take me off for Friday',
  ],
  ...['take me off the schedule for Friday', 'leave me some ice', 'leave me out of it', 'leave me on the list', 'leave it alone'],
  ...['leave the brace alone', 'should i leave it alone?', 'when I run make it stop', 'can you get me off work?', 'block me in at 3'],
  ...[
    'block me in for Friday',
    'block me for Friday',
    'I blocked my nerve',
    'I don’t want to hear about surgery',
    'I don’t want to bother you',
  ],
  ...[
    'don’t want to hear from the doctor that I need surgery',
    'I hope I’m not bothering you',
    'don’t bother me with forms',
    'sorry to bother you',
    'stop by I am here',
  ],
  ...['end I am fine', 'arrêt à 5h je suis là', 'on arrête là ?', 'j’arrête de fumer', 'je vous laisse tranquille'],
  ...['laissez-moi savoir', 'laissez-moi vous dire', 'laissez moi tomber', 'retirez-moi cette écharde', 'oubliez-moi pour mardi'],
  ...['enlevez-moi demain', 'retirez-moi de demain', 'effacez mardi', 'supprimez mon rendez-vous', 'supprimer rdv'],
  ...['enlever mon rdv', 'remove my visit', 'remove appointment', 'delete my appointment', 'delete appt'],
  ...['retire', 'enleve', 'remote', 'retired', 'Romove my cast'],
  ...['I am removed from work', 'removal of stitches', 'how long to remove stitches?', 'how do i remove the tape?', 'do you remove moles?'],
  ...['will it make it stop?', 'Does the brace make it stop?', 'nothing makes it stop', 'the exercises make it stop', 'go away pain'],
  ...['lol get lost', 'we got lost', 'I got lost, running late', 'we’re lost', 'please dont block me'],
  ...['am I blocked?', 'did I get blocked?', 'my phone blocks you', 'my carrier blocked your link', 'stop lol'],
  ...['don’t leave us alone', 'never leave me alone'],
  ...['please don’t remove me', 'Do not remove me from the list', 'never remove me', 'I don’t want to be removed', 'dont take me off'],
  ...['did you remove me?', 'why did you remove me?', 'was I removed?', 'am I removed?', 'did you take me off?', 'remove?'],
  ...['do I have to remove my shoes?', 'should I remove my shoes?', 'Do I need to remove the bandage', 'can you remove my stitches?'],
  ...['can you remove Tuesday’s appointment', 'can you remove my Tuesday appointment?', 'please remove Tuesday', 'remove Tuesday'],
  ...['remove me from Tuesday', 'remove me from the schedule', 'remove me from the waiting list', 'Remove us from the wait list'],
  ...['please remove my appointment', 'remove the cast', 'remove the charge', 'remove my son from Tuesday', 'The remote is lost', 'remote'],
  ...[
    'take me off the pills',
    'take me off Tuesday',
    'they will take me off the cast',
    'get me off the bus',
    'get me off at the next stop',
  ],
  ...['drop me a line', 'drop me off at the door', 'count me in', 'I want out of this brace', 'not interested in Tuesday'],
  ...['leave us a parking spot', 'Leave us a message', 'leave me a note at the desk', 'leave my file at the desk', 'leave us the form'],
  ...['can you leave me alone with the therapist?', 'can I leave my kid alone in the waiting room?', 'please don’t leave me alone'],
  ...['do not leave us alone in the room', 'My son won’t leave me alone', 'they leave me alone', 'let me be early', 'let me be clear'],
  ...[
    'make it stop hurting',
    'make the pain stop',
    'can you make the pain stop?',
    'It hurts, make it stop',
    'my nose bleeds. How do I make it stop?',
  ],
  ...['make it at 3', 'make it stop at 5 pm', 'I want it to stop hurting', 'I can’t make it stop raining', 'it won’t stop'],
  ...['block me a spot', 'block me an hour on Friday', 'block me off for Friday', 'can you block Tuesday for me', 'Don’t block me'],
  ...['why did you block me?', 'block off Tuesday', 'will you block my insurance?', 'the nerve block works'],
  ...['I don’t want to hear from you before 9', 'I want to hear from you', 'I never hear from you', 'I haven’t heard from you'],
  ...[
    'looking forward to hearing from you',
    'I don’t want to hear bad news',
    'don’t bother',
    'don’t bother, I’ll come',
    'no bother at all',
  ],
  ...['it doesn’t bother me', 'the exercises dont bother me', 'don’t forget me', 'forget me not'],
  ...[
    'stop I moved my appointment to Friday?',
    'stop i moved my arm and it hurts',
    'I stop by later I moved my car',
    'next stop I get off',
  ],
  ...['should I stop I am tired?', 'at the bus stop i am late'],
  ...['ne me retirez pas', 'ne m’enlevez pas svp', 'retirez-moi de mardi', 'retirez-moi le plâtre', 'retirez-moi mes points quand?'],
  ...[
    'dois-je retirer mes souliers ?',
    'dois-je enlever mes souliers',
    'retirez mon rendez-vous',
    'je suis retiré',
    'I’m retired',
    'retired',
  ],
  ...[
    'pouvez-vous retirer le rendez-vous de mardi ?',
    'avez-vous retiré mon rdv ?',
    'est-ce que j’ai été retiré ?',
    'je ne veux pas être retiré',
  ],
  ...[
    'laissez-nous un stationnement',
    'laissez-nous un message',
    'laissez-moi une place',
    'laissez-nous entrer',
    'ne me laissez pas tranquille',
  ],
  ...[
    'laissez-moi tranquille 5 minutes avant svp',
    'arrêtez-vous à la pharmacie',
    'arrêtez l’exercice, j’ai mal',
    'j’ai déménagé',
    'I moved away',
  ],
  ...['bloquez-moi une heure', 'bloquez-moi vendredi', 'bloquez mardi pour moi', 'oubliez-moi pas', 'ne m’oubliez pas', 'ça n’arrête pas'],
  ...['que ça arrête de faire mal', 'faites que ça arrête de saigner', 'j’ai mal, faites que ça arrête', 'je veux avoir de vos nouvelles'],
  // Of a day, a list of those who wait, or a pill.
  ...['Can you take me off on Friday please', 'take me off this Friday', 'Block me on Tuesday at 3', 'bloquez-moi ce mardi'],
  ...['Please take me off this waiting list', 'take me off this medication', 'take me off it is too strong', 'take me off not this week'],
  ...['remove me on Friday', 'Remove me this Friday please', 'remove me tomorrow', 'Block me again on Friday', 'block me not Tuesday'],
  ...['I can’t come Friday, take me off', 'On Friday can you take me off?', 'I can’t do Friday. Take me off', 'take me off, not the 4th'],
  ...['I want to be removed this Friday', 'don’t bother me on Tuesday', 'retirez-moi, je ne peux pas mardi', 'block me I can do 3 pm'],
  ...['please remove my name from the waiting list', 'remove my name from the cancellation list', 'take me off the list for cancellations'],
  ...['Retirez-moi de la liste d’annulation', 'Remove me from the list for Friday', 'take me off the list of cancellations'],
  ...['remove my number from the list for cancellations', 'retirez mon nom de la liste pour les annulations'],
  // Of what hurts, or is too loud.
  ...['I have a nosebleed, how do I make it stop?', 'I have a migraine, please make it stop', 'J’ai la diarrhée, il faut que ça cesse'],
  ...['The TENS machine keeps buzzing, how do I make it stop?', 'My ears ring. Make it stop', 'How can I make it stop?'],
  ...['How do I make it stop?', 'comment faire pour que ça arrête ?', 'Thanks for the text. My dog barks, make it stop'],
  // Of one number of several.
  ...['Please remove my work number from your system', 'Remove my home number, keep my cell', 'Take my wife’s number off the list'],
  ...[
    'he is a bus driver but at the last stop',
    'thanks but it won’t stop',
    'is he deceased? stop?',
    'take me off please, I can come later',
  ],
  ...['Effacez mon numéro de maison', 'Effacez mon numéro au travail', 'remove my number at work', 'Remove my number, keep my cell'],
];

describe('whoever wants to be left alone', () => {
  it.each(rowsOf(LEFT_ALONE))('%j means %s', (text, meant) => {
    const { wish, forPerson } = understandReply(text);
    expect(`${wish}${forPerson ? '+' : ''}`).toBe(meant);
  });

  it.each(NOT_LEFT_ALONE)('is not who says %j', (text) => {
    expect([text, wishOf(text)]).toEqual([text, expect.not.stringMatching(/^stop$/)]);
  });
});

/** Of a cancellation: whoever denies it, asks about it, or tells of somebody else's, calls nothing off. */
const NOT_CALLED_OFF: readonly string[] = [
  ...['No I don’t want to cancel', 'i wont be cancelling', 'we won’t be canceling', 'Never cancel!', 'I’m not going to be cancelling'],
  ...[
    'never said I’d cancel',
    'I said don’t cancel',
    'you said it was cancelled',
    'they told me it’s cancelled',
    'I thought it was cancelled',
  ],
  ...[
    'I heard you cancelled',
    'Got a text that it’s cancelled',
    'Is the appointment being cancelled',
    'Is Dr Roy cancelling?',
    'did she cancel',
  ],
  ...[
    'did Dr. Roy cancel?',
    'did the clinic cancel my appointment?',
    'has my appointment been cancelled',
    'Has Tuesday been cancelled?',
    'So it’s cancelled?',
  ],
  ...[
    'was my visit cancelled or not',
    'what is your cancel policy',
    'what’s the cancellation policy?',
    'cancellation fee?',
    'do you charge if I cancel',
  ],
  ...[
    'would you charge if I cancel?',
    'will I be charged if I cancel?',
    'I can come if someone cancels',
    'call me if someone cancels',
    'if anyone cancels I can come',
  ],
  ...[
    'let me know if anyone cancels',
    'put me on the cancellation list',
    'i don’t want it cancelled',
    'I do not want my appointment cancelled',
    'why would I cancel',
  ],
  ...['I would never cancel', 'Not cancelling!!', 'mon rendez-vous a-t-il été annulé ?', 'mon rdv a été annulé', 'mon rdv est-il annulé'],
  ...['votre système dit annulé', 'on me dit que c’est annulé', 'le rdv est annulé?', 'ai-je annulé ?', 'est-ce que j’ai annulé ?'],
  ...[
    'je n’ai rien annulé',
    'je n’ai pas annulé mon rendez-vous',
    'je voulais pas annuler',
    'je ne voulais pas annuler',
    'j’veux pas annuler',
  ],
  ...['jveux pas annuler', 'surtout pas annuler', 'ne pas annuler', 'ne pas annuler svp', 'est-ce que vous annulez ?'],
  ...[
    'est-ce que vous avez annulé mon rdv?',
    'qui a annulé ?',
    'appelez-moi si quelqu’un annule',
    'si ya une annulation',
    'liste d’annulation',
  ],
  ...['s’il est possible d’avoir une annulation, appelez-moi', 'take me off the list of cancellations', 's’il annule, appelez-moi'],
  ...['retirez mon nom de la liste pour les annulations', 's’il vous plaît n’annulez pas', 'pas annuler s’il vous plaît'],
  ...['frais d’annulation ?', 'je n’annulerai jamais', 'je nannule pas', 'j’annule plus'],
  ...[
    'I won’t cancel',
    'I will not cancel',
    'I’m not cancelling',
    'im not canceling',
    'I am not cancelling my appointment',
    'not cancelling',
  ],
  ...['Not canceled', 'I didn’t cancel', 'I did not cancel my appointment', 'I haven’t cancelled', 'I never cancelled', 'I can’t cancel'],
  ...['I have not canceled anything', 'I’m not going to cancel', 'not gonna cancel', 'no need to cancel', 'I don’t need to cancel'],
  ...[
    'We’re not cancelling',
    'he is not cancelling',
    'please don’t have it cancelled',
    'not cancelled right?',
    'without cancelling',
    'Wont cancel',
  ],
  ...[
    'is it cancelled?',
    'is it canceled',
    'is my appointment cancelled?',
    'was it cancelled?',
    'has it been cancelled?',
    'cancelled?',
    'Cancel?',
  ],
  ...[
    'did you cancel?',
    'did you cancel my appointment',
    'DID YOU CANCEL',
    'why did you cancel?',
    'why is it cancelled',
    'who cancelled it?',
  ],
  ...[
    'are you cancelling?',
    'are you canceling on me?',
    'you cancelled my appointment',
    'you cancelled on me',
    'have you cancelled my visit?',
  ],
  ...[
    'should I cancel?',
    'what if I cancel?',
    'if I cancel is there a fee?',
    'can I still cancel?',
    'do I have to cancel',
    'must I cancel?',
  ],
  ...['What happens when I cancel?', 'is there a cancellation?', 'any cancellations today?', 'let me know if there is a cancellation'],
  ...['my flight was cancelled', 'school is cancelled so I can come', 'it says cancelled', 'I was going to cancel but I feel better'],
  ...[
    'je n’annule pas',
    'j’annule pas',
    'je n’annulerai pas',
    'je n annule pas',
    'jannule pas',
    'je ne vais pas annuler',
    'JE N’ANNULE PAS',
  ],
  ...[
    'j’ai pas annulé',
    'je n’ai pas annulé',
    'on n’annule pas',
    'nous n’annulons pas',
    'je n’ai jamais annulé',
    'pas annulé',
    'n’annulez rien',
  ],
  ...[
    'est-ce annulé ?',
    'est ce annule',
    'est-ce que c’est annulé ?',
    'c’est annulé ?',
    'mon rdv est annulé ?',
    'avez-vous annulé ?',
    'annulé ?',
  ],
  ...[
    'avez-vous annulé mon rendez-vous',
    'pourquoi annuler ?',
    'pourquoi avez-vous annulé',
    'vous avez annulé mon rdv',
    'dois-je annuler ?',
  ],
  ...[
    'est-ce que je dois annuler',
    'si j’annule, y a-t-il des frais ?',
    'y a-t-il une annulation ?',
    'sans annuler',
    'a-t-il été annulé ?',
  ],
  ...['pas besoin d’annuler', 'no?', 'not coming?', 'non ?'],
  // Nor is it moved.
  ...[
    'I don’t need to reschedule',
    'I won’t reschedule',
    'did you reschedule?',
    'was it rescheduled?',
    'why was it rescheduled',
    'no need to reschedule',
  ],
  ...['did you change my appointment?', 'je ne veux pas déplacer mon rdv', 'avez-vous déplacé mon rdv ?', 'who changed the time?'],
];
const CALLED_OFF: readonly string[] = [
  ...['I have to cancel Tuesday', 'cancel today', 'cancel for tomorrow please', 'Cancel!!! I am sick', 'Hi this is Ella, cancelling today'],
  ...[
    'Cancelling for today',
    'we’re going to have to cancel',
    'going to cancel today',
    'unfortunately need to cancel',
    'I’d better cancel',
  ],
  ...['Cancel all my appointments', 'please cancel all', 'You can cancel Tuesday', 'you should cancel it', 'I have decided to cancel'],
  ...[
    'I am going to cancel',
    'my son is sick, cancel',
    'I was hoping to cancel',
    'If you can please cancel my appt',
    'not able to come, so please cancel',
  ],
  ...[
    'Don’t wait for me, cancel',
    'I don’t want it, cancel it',
    'I don’t need it anymore, cancel',
    'I do not want to come, cancel my appointment',
    'No longer need it. Cancel',
  ],
  ...[
    'No need for it, cancel please',
    'I won’t need it so cancel',
    'not today, cancel',
    'Can you cancel?',
    'Could you cancel me for today?',
  ],
  ...[
    'Would it be possible to cancel?',
    'is it ok to cancel today?',
    'can we cancel tomorrow',
    'May I cancel my visit?',
    'j’annule mon rdv',
  ],
  ...['je vais annuler', 'Je vais devoir annuler', 'faut annuler', 'j’aimerais annuler svp', 'annulation svp'],
  ...['annulation de mon rdv', 'annulez mon rdv', 'annulez tout', 'annuler demain', 'annuler rdv demain'],
  ...[
    'Je veux annuler',
    'je ne viendrai pas, annulez',
    'je peux pas venir annulez svp',
    'pas capable de venir, annule mon rdv',
    'je ne serai pas là donc annuler',
  ],
  ...[
    'nous devons annuler',
    'est-ce que je peux annuler ?',
    'vous pouvez annuler',
    'vous pouvez annuler mon rdv',
    'Peux-tu annuler mon rdv?',
  ],
  ...['est-il possible d’annuler ?', 'si possible annuler', 'je suis malade j’annule'],
  ...[
    'can you cancel my appointment?',
    'could you please cancel Tuesday?',
    'can I cancel?',
    'I’d like to cancel please',
    'how do I cancel?',
  ],
  ...['pouvez-vous annuler ?', 'peut-on annuler mardi ?', 'puis-je annuler ?', 'j’annule', 'on annule', 'I cancelled', 'comment annuler ?'],
  ...['I’m cancelling', 'I am canceling my appt', 'won’t be there, cancel', 'I can’t come so cancel', 'j’annule, je ne viens pas'],
  ...['I won’t be coming, please cancel', 'I am not well. cancel please', 'Sorry I can’t please cancel', 'not feeling good, cancelling'],
  ...[
    'if possible cancel Tuesday',
    'please have it cancelled',
    'I want it cancelled',
    'I must cancel',
    'it has to be cancelled',
    'I need to cancel, ok?',
  ],
  ...[
    'if you could cancel my appointment',
    'you can cancel my appointment',
    'Je ne peux pas, annulez',
    'I didn’t sleep. Cancel today',
    'CANCEL MY APPT',
  ],
  ...['I couldn’t cancel online, please cancel', 'I am not able to, cancel'],
  ...['s’il vous plait annulez mon rdv', 'Pouvez-vous s’il vous plaît annuler mon rendez-vous', 'S’il te plait annule mon rdv'],
  ...['Pouvez-vous s’il vous plaît annuler mon rendez-vous ?', 's’il est possible annulez mon rdv', 'si c’est possible annuler mon rdv'],
  ...['if it is possible cancel my appointment', 'If possible could you cancel my appointment', 'si possible, annulez mon rdv'],
];

describe('a cancellation', () => {
  it.each(NOT_CALLED_OFF)('is not said by %j', (text) => {
    expect([text, understandReply(text)]).toEqual([text, expect.objectContaining({ wish: 'other', forPerson: true })]);
  });

  it.each(CALLED_OFF)('is said by %j', (text) => {
    expect([text, understandReply(text)]).toEqual([text, expect.objectContaining({ wish: 'no', forPerson: true })]);
  });

  it.each([
    'I’m not cancelling, I’ll be there',
    'I won’t cancel, see you then',
    'je n’annule pas, je serai là',
    'No I’m not cancelling. I will be there!',
  ])('that is surely denied may be a yes: %j', (text) =>
    expect(understandReply(text)).toEqual({ wish: 'yes', forPerson: false, agreement: 'coming' }),
  );

  it.each([
    'I’m not cancelling Tuesday, I’ll be there',
    'I won’t cancel but I may be late',
    'I’m not cancelling, I’ll be there?',
    'not cancelling, ok',
  ])('that is denied in more words is read by a person: %j', (text) => expect(meaningOf(text)).toMatch(/^other\+/));

  it.each([
    's’il vous plaît déplacer mon rdv',
    'Pouvez-vous s’il vous plaît reporter mon rendez-vous ?',
    'S’il te plaît changer mon rdv',
    'si c’est possible déplacer mon rdv',
  ])('politely asked to be moved is moved: %j', (text) => expect(meaningOf(text)).toBe('reschedule+'));

  it.each([
    'I don’t want to cancel but I have to',
    'je ne veux pas annuler mais je dois',
    'I didn’t want to cancel but I must, sorry',
    'je ne voulais pas annuler mais il le faut',
  ])('that is denied and then owned may be one: %j', (text) =>
    expect([text, understandReply(text)]).toEqual([text, expect.objectContaining({ wish: 'other', mayBeOff: true })]),
  );

  it.each(['I don’t want to cancel but I have to ask about parking', 'je ne veux pas annuler mais je dois poser une question'])(
    'that is denied before a question is none: %j',
    (text) => expect(understandReply(text)).not.toHaveProperty('mayBeOff'),
  );

  it('is none where it is denied or asked about, whatever it is of', () => {
    const denied = fc.constantFrom(
      'I won’t',
      'I’m not going to',
      'Did you',
      'I didn’t',
      'Why did they',
      'we will not',
      'I don’t want to',
      'If I',
    );
    const what = fc.constantFrom('', ' it', ' Tuesday', ' my appointment', ' our visit', ' the 3rd');
    fc.assert(fc.property(denied, what, (begins, of) => expect(wishOf(`${begins} cancel${of}`)).toBe('other')));
  });
});

/** The word for more texts, with a few beside it. */
const STARTED: Rows = {
  start: [
    ...['OK, start', 'yes please start', 'recommencez', 're-subscribe', 'UNSTOP!!!'],
    ...['unstop please thank you', 'Oui commencez'],
    ...[
      'START please',
      'Start svp',
      'UNSTOP thanks',
      'unstop, thank you',
      'please unstop',
      'recommencez svp',
      'Recommencez s’il vous plaît',
    ],
    ...[
      'START!!!',
      'start 🙏',
      'hi start',
      'resume please',
      'resubscribe please',
      'opt in',
      'OPT-IN please',
      'Reprenez svp',
      'Bonjour, START',
    ],
    ...['ok start', 'OK START', 'yes start', 'Yes, START', 'ok please start', 'oui recommencez', 'oui reprenez merci', 'ok commencez'],
  ],
  'start+': [
    ...['start please and thank you', 'okay start it', 'Wrong button, START', 'START. sorry wrong button', 'Hi, START, it was a mistake'],
    ...['Resubscribe me', 'start sending me texts', 'Please start the texts again', 'reprenez l’envoi de textos'],
    ...['start texting me again', 'start again', 'start again please', 'unstop me', 'start me again', 'start it again', 'Start them again'],
    ...[
      'START TEXTS',
      'you may start again',
      'subscribe me',
      'subscribe me again',
      'I opt in',
      'opt me in',
      'opt me back in',
      'abonnez-moi',
    ],
    ...[
      'réabonnez-moi',
      'recommencez à m’écrire',
      'recommencez les textos svp',
      'reprenez les rappels',
      'unblock me',
      'START. I changed my mind',
    ],
    ...['I changed my mind. START', 'START, I changed my mind', 'ok start texting me', 'oui, recommencez à m’envoyer des textos'],
    ...['turn on reminders for my appointments', 'start sending me appointment reminders', 'start texting', 'start texting us please'],
    ...[
      'recommencez à nous texter',
      'turn reminders back on for me',
      'reprenez les textos à nouveau',
      'recommencez à m’écrire par texto',
      'Please resubscribe me to the reminders',
      'START, I want my reminders',
    ],
  ],
};
const NOT_STARTED: readonly string[] = [
  ...['start physio again', 'start treatment', 'START TREATMENT', 'ok let’s start', 'ok start monday'],
  ...['yes start at 9', 'yes start the exercises', 'START is at 9', 'When do we START', 'I START work soon'],
  ...['start again with exercises', 'can start now', 'I can start', 'we can start now', 'you start'],
  ...['start date', 'resume work', 'resume physio', 'opt in for surgery', 'unstop my sink'],
  ...['restart my phone', 'commencez le traitement', 'recommencez demain', 'reprenez mardi'],
  ...['can we start at 10?', 'can we start at 10', 'when do you start?', 'when do we start', 'start?', 'Start at 10', 'start at 10 please'],
  ...[
    'start Monday',
    'we start at 10',
    'I start work at 9',
    'I want to start',
    'ready to start',
    'can you start?',
    'should I start the exercises?',
  ],
  ...['start over', 'did it start', 'don’t start', 'never start texting me', 'start the exercises', 'start with the knee', 'let’s start'],
  ...['commence à 10h', 'on commence à 10h ?', 'ça commence quand?', 'on peut commencer à 10h', 'recommencez pas', 'ne recommencez pas'],
  ...['ne reprenez pas les textos', 'je recommence lundi', 'recommencez les exercices', 'reprenez rendez-vous', 'reprendre rdv', 'unstop?'],
  ...[
    'resume my treatment',
    'my resume is attached',
    'START: Monday. END: Friday',
    'START 9AM',
    'START MY CAR',
    'START no',
    'no start',
    'opt in?',
  ],
  ...[
    'start stop',
    'what does START do',
    'it says START',
    'Reply START to get them again',
    'START. No texts',
    'START. 9 Monday',
    'ok start?',
  ],
  ...['subscribe me to your gym', 'don’t subscribe me', 'don’t unblock me', 'start again Monday', 'unblock my nose'],
  // To somebody else, another phone, or otherwise than by text.
  ...['Please start sending my reminders by email', 'start texting my husband', 'Start sending the reminders to my husband'],
  ...[
    'Resume texts to my husband only',
    'Recommencez à texter ma femme',
    'reprenez les rappels par courriel',
    'start texting my new number',
  ],
  ...['turn on notifications for the kids', 'start to send my husband the reminders', 'start texting me at my new number'],
  ...[
    'start texting me at 416 555 1234',
    'Turn the reminders on for my son',
    'START. Reminders by email please',
    'resubscribe me by email',
  ],
  ...['START, I want my reminders by email', 'sign me up for texts to my husband', 'recommencez les textos pour mon fils'],
  ...['resume texts for Emma', 'I would like to resume reminders at work', 'start sending texts to her', 'turn the texts back on for Leo'],
];

describe('texts again', () => {
  it.each(rowsOf(STARTED))('%j means %s', (text, meant) => {
    const { wish, forPerson } = understandReply(text);
    expect(`${wish}${forPerson ? '+' : ''}`).toBe(meant);
  });

  it.each(NOT_STARTED)('are not asked for by %j', (text) => {
    expect([text, wishOf(text)]).toEqual([text, expect.not.stringMatching(/^start$/)]);
  });
});

/** A farewell to all, or for good. */
describe('a goodbye to everybody', () => {
  it.each([
    'goodbye everyone',
    'Goodbye everybody',
    'bye everyone',
    'goodbye all',
    'Goodbye and thank you all',
    'take care everyone',
    'Adieu à tous',
  ])('is read by a person: %s', (text) => {
    const reply = understandReply(text);
    expect(reply).toMatchObject({ wish: 'other', forPerson: true, ownWords: true });
    expect(reply).not.toHaveProperty('courtesy');
  });
});

/** Opt-outs that begin with a bare stop, or end one; and what only sounds so. */
const BARE_STOPS: Readonly<Record<'stop' | 'start', readonly string[]>> = {
  stop: [
    'Stop or I will report you',
    'Stop or I will report you to the CRTC',
    'Please stop or I will report you',
    'stop or else',
    'Stop otherwise I will call my lawyer',
    'stop or I’ll block you',
    'arrêtez sinon je porte plainte',
    'arrêtez ou je porte plainte',
    'Arrêtez ou bien je porte plainte',
    'stop sinon je vous bloque',
    'stop forever',
    'stop for good',
    'stop permanently',
    'stop from now on',
    'stop until further notice',
    'stop asap',
    'please stop for good',
    'arrêtez pour toujours',
    'arrêtez une fois pour toutes',
    'stop because this is not my number',
    'stop as this is not my number',
    'stop since I moved',
    'stop cuz I moved',
    'stop car ce n’est pas mon numéro',
    'arrêtez parce que ce n’est pas mon numéro',
    'stop pas mon numéro',
    'pas la bonne personne stop',
    'stop this number is no longer Maria’s',
    'stop this is no longer Maria’s number',
    'stop man',
    'stop bro',
    'stop dude',
    'Stop Keel',
    'stop notifs',
    'stop texing me',
    'stop textin me',
    'please stop texing me',
    'how do I get these to stop',
    'How do I get these texts to stop?',
    'fini les textos',
    'fin des messages',
    'non aux textos',
    'arrêtez avec ça',
    'lâchez-moi avec vos textos',
    'j’veux pus recevoir de messages',
    'je ne consens pas aux textos',
    'no need to text me',
    'pas besoin de me texter',
    'vous avez pas arrêté les textos, arrêtez',
    'je vous ai demandé d’arrêter les textos',
    'J’ai dit d’arrêter les textos',
    'vous devez arrêter les textos',
    'I asked you to stop the reminders',
    'who asked you to text me? stop texting me',
    'I don’t want to receive texts again',
    'Je ne veux pas recevoir les textos à nouveau',
    'stop texting me at night and during the day',
    'stop texting me day and night',
    'stop texting me in the middle of the night',
    'stop texting me at all hours',
    'stop texting me',
    'stop texting me in French, wrong number',
    'stop texting me at this number',
    'stop texting me at work',
    'Stop texting me at night, I never signed up',
    'stop texting me in French I dont know you',
    'don’t text me',
    'don’t text me ever',
    'don’t text me at this number',
    'don’t use this number',
    'don’t use this number for texts',
    'don’t use this number for calls or texts',
    'take me off the list',
    'take me and my mom off the list',
    'take my number off the list',
    'take me off the list, I moved',
    'I don’t want reminders',
    'I don’t want reminders for my husband or me',
    'If you don’t stop texting me I’ll call the police',
    'my daughter is crying, stop texting',
    'arrêtez de m’écrire',
    'arrêtez de m’écrire en anglais ou en français',
    'if this is Keel stop texting me',
    'don’t text me before I call a lawyer',
    'STOP TEXTING ME AT NIGHT. STOP.',
    'stop or I call the police',
    'Stop, or I’ll report you.',
    'Stop. Or I will report you',
    'stop before I report you',
    'stop until further notice please',
    'Stop for good. This is not my number',
    'je veux pu de textos',
    'je veux pus de textos',
    'how do I make these texts stop',
    'Lâchez-moi !',
    'take my son off the text list',
    'can’t you stop texting me',
    'why can’t you stop texting me',
    'I can’t make you stop texting me? stop',
    'Nobody asked you to text me, stop texting',
    'je ne veux pas ravoir mes rappels',
    'Vous avez arrêté? Arrêtez les textos',
    'if you don’t stop texting me I will sue',
    'please stop guys',
    'stop texting me on this number, text me on my cell',
    'Please stop texting me on this number, use my cell',
    'don’t text me at this number text my cell',
    'stop texting us on this line use my cell phone',
    'dont text me on this number use my work phone',
    'Stop texting me on my work phone, use my cell',
    'stop texting me on weekends use my mobile',
    'stop texting me at this phone use my cell',
  ],
  start: [
    'I want to receive texts again',
    'I want to get texts again',
    'I’d like to receive reminders again',
    'You can text me again',
    'you may text me again',
    'Je veux recevoir les textos à nouveau',
    'je veux recevoir vos rappels de nouveau',
    'je veux ravoir mes rappels',
    'Je voudrais ravoir les textos',
    'I want my reminders back',
  ],
};
const NEITHER: readonly string[] = [
  'stop lol',
  'stop by at 3',
  'Can I stop by at 3?',
  'stop or go?',
  'Stop or continue?',
  'should I stop or continue?',
  'stop the treatment',
  'stop the treatment because it hurts',
  'stop the exercises or I will get worse',
  'Will the pain stop?',
  'the pain stopped because I rested',
  'the bleeding wont stop since yesterday',
  'my bus stop is far',
  'stop taking ibuprofen or not?',
  'Stop or continue the exercises?',
  'I stop at the pharmacy because I need pills',
  'ou est le stop',
  'fini les exercices',
  'fin des traitements',
  'fin des exercices',
  'non aux antibiotiques',
  'lâchez-moi un coup de fil',
  'no need to text me the address',
  'don’t text me at home, use my cell',
  'please don’t text me at the office, text my cell phone instead',
  'no need to call me',
  'pas besoin de me rappeler, je serai là',
  'pas besoin de me texter l’adresse',
  'je ne consens pas à la chirurgie',
  'vous avez arrêté les rappels',
  'vous avez arrêté de m’envoyer des rappels',
  'Pourquoi vous avez arrêté les rappels',
  'Pourquoi vous avez arrêté les rappels ?',
  'pourquoi avez vous arreter les rappels',
  'pourquoi avez-vous arrêter les rappels?',
  'comment ça se fait que vous avez arrêté les textos',
  'j’ai arrêté de recevoir vos textos',
  'did you guys stop the text reminders',
  'did you all stop the texts?',
  'who asked you to stop the reminders?',
  'vous aviez cessé les rappels',
  'tu as arrêté les textos',
  'ils ont arrêté les rappels',
  'on a arrêté de recevoir vos rappels',
  'You can text me',
  'you can text me at work again',
  'You can text me again tomorrow?',
  'I want to receive texts',
  'I want to receive the form again',
  'you can text my husband again',
  'I want to receive the address again',
  'stop texting me in French please',
  'Stop texting me in French',
  'arrêtez de m’écrire en anglais',
  'arrêtez de me texter en anglais svp',
  'I don’t want reminders for my husband, only mine',
  'take my mom off the list',
  'don’t use this number for calls',
  'don’t text me at work, text my cell',
  'take me off the list, I got in elsewhere',
  'If you stop texting me I’ll call',
  'my daughter can’t stop texting',
  'stop because it hurts too much',
  'Stop because of the pain',
  'arrêt car malade',
  'arrêt de travail',
  'stop before I get worse?',
  'Should I stop because it hurts?',
  'arrête ou je continue ?',
  'arrête ou je continue',
  'fini les textos ?',
  'j’ai fini',
  'J’ai fini mes antibiotiques',
  'C’est la fin du traitement',
  'how do I get it to stop',
  'how do I get these cramps to stop',
  'lâchez-moi à la porte',
  'lâche pas',
  'je n’accepte pas le rendez-vous',
  'accepte pas ce message',
  'no need to text me back',
  'no need to text me when you get there',
  'no to the 3pm',
  'non à 15h',
  'take my son off the list',
  'I can’t stop texting',
  'she cannot stop texting while driving',
  'nobody told you to stop the reminders',
  'you may text me again tomorrow',
  'I want my message again',
  'I don’t want my texts back',
  'Can I get my texts back?',
  'je veux ravoir mes rappels par courriel',
  'I want to get texts again on my husband’s phone',
  'if you don’t stop the treatment',
  'Les douleurs ont arrêté',
  'stop man? ',
  'bus stop man',
];

describe('why, for how long, or to whom a stop is said', () => {
  it.each(rowsOf(BARE_STOPS))('%j means %s', (text, meant) => expect(wishOf(text)).toBe(meant));

  it.each(NEITHER)('is no opt-out and no opt-in, and a person reads it: %j', (text) => {
    const { wish, forPerson } = understandReply(text);
    expect(['stop', 'start']).not.toContain(wish);
    expect(forPerson).toBe(true);
  });

  it('takes nothing away from an opt-out that stands beside it', () => {
    const beside = fc.constantFrom('Stop texting me', 'arrêtez les textos', 'Unsubscribe', 'STOP');
    const other = fc.constantFrom(
      'take my mom off the list',
      'don’t use this number for calls',
      'stop texting me in French',
      'arrêtez de m’écrire en anglais',
    );
    fc.assert(
      fc.property(beside, other, fc.boolean(), (stop, part, first) => {
        const text = first ? `${stop}. ${part}` : `${part}. ${stop}`;
        expect([text, wishOf(text)]).toEqual([text, 'stop']);
      }),
    );
  });
});

describe('whatever is said', () => {
  const every = [
    ...[TABLE, ELIDED, OF_WHAT, CONFIRMED, DEMANDED, NO_DEMAND, ANOTHER_MATTER, LEFT_ALONE, STARTED].flatMap(rowsOf).map(([text]) => text),
    ...[NOT_LEFT_ALONE, NOT_CALLED_OFF, CALLED_OFF, NOT_STARTED].flat(),
  ];

  it('a question mark never makes an act of it', () => {
    for (const text of every) {
      const asked = wishOf(`${text.trim()}?`);
      if (['yes', 'choice', 'start'].includes(asked)) expect([text, asked]).toEqual([text, 'nothing']);
      if (asked === 'stop') expect([text, wishOf(text)]).toEqual([text, 'stop']);
    }
  });

  it('courtesies around it change nothing of what is read', () => {
    const before = fc.constantFrom('', 'please ', 'Please, ', 'svp ', 'Bonjour, ', 'hi ', 'hello! ', 'Thanks. ');
    const after = fc.constantFrom(
      '',
      ' please',
      ', please',
      ' thanks',
      '. Thanks!',
      ' svp',
      ' merci',
      ' thank you',
      '!',
      '!!',
      ' 🙏',
      ' .',
    );
    const texts = [...[LEFT_ALONE, STARTED].flatMap(rowsOf).map(([text]) => text)];
    const read = fc.constantFrom(
      ...[...texts, ...NOT_LEFT_ALONE, ...NOT_CALLED_OFF, ...CALLED_OFF, ...NOT_STARTED].filter((text) => !text.endsWith('?')),
    );
    fc.assert(
      fc.property(read, before, after, (text, first, last) => {
        expect([first + text + last, wishOf(first + text + last)]).toEqual([first + text + last, wishOf(text)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('means the same in small letters, without accents and with any apostrophe', () => {
    const texts = fc.constantFrom(...[...rowsOf(LEFT_ALONE).map(([text]) => text), ...NOT_CALLED_OFF, ...CALLED_OFF]);
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
      (text) => text.replaceAll('’', "'"),
      (text) => text.replaceAll("'", '’'),
    );
    fc.assert(
      fc.property(texts, dress, (text, dressed) => expect([text, wishOf(dressed(text))]).toEqual([text, wishOf(text)])),
      { numRuns: 2000 },
    );
  });

  it('is read in no time, however long it is and whatever it repeats', () => {
    const repeated = fc.constantFrom(
      ...['not ', 'to ', 'is it ', 'i ', 'if i have to ', 'did you ', 'stop i ', 'leave me ', 'remove me from ', 'please ', 'que ca '],
      ...['pas de ', 'vous avez ', 'annule ', 'cancel ', 'start ', 'dont want to hear ', 'take me off ', ', ', "n'", 'have been '],
    );
    fc.assert(
      fc.property(fc.array(repeated, { minLength: 1, maxLength: 4 }), fc.constantFrom('', 'x', 'cancel', 'me?'), (parts, last) => {
        const before = performance.now();
        understandReply(parts.join('').repeat(800).slice(0, 1590) + last);
        expect(performance.now() - before).toBeLessThan(1000);
      }),
      { numRuns: 150 },
    );
  });
});
