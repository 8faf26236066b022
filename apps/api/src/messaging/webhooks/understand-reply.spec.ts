import fc from 'fast-check';
import { type Reply, understandReply } from './understand-reply.js';

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
    ...[
      'STOP please',
      'please stop',
      'Stop now',
      'pls stop thx',
      'Hi, please stop. Thank you very much',
      'stop all',
      'stop it',
      'stop texting me',
    ],
    ...[
      'arrêtez svp',
      'Arrêtez, s’il vous plaît',
      'Bonjour, stop merci',
      'arrete stp',
      'Veuillez arrêter',
      'I want to stop',
      'can you stop',
      'please unsubscribe me',
      'can you stop these',
      'stop those texts',
      'Stoppez',
      'stoppez svp',
      'stop txt',
      'unsuscribe',
      'Désabonnez-moi',
    ],
  ],
  'stop+': [
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
        fc.constantFrom('yes', 'oui', 'c', 'ok', 'je confirme', 'confirmé'),
        around,
        around,
        shape,
        (word, before, after, dress) => {
          expect(understandReply(`${before} ${dress(word)} ${after}`)).toEqual({ wish: 'yes', forPerson: false });
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
