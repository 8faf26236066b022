import { MessageAttempt } from './messages/message-attempt.entity.js';
import { Message } from './messages/message.entity.js';
import { TellTheLastStrayText2026113012500 } from './migrations/2026-11-30-1250-tell-the-last-stray-text.js';
import { KnowToWhomAnOptOutWasSaid2026113017000 } from './migrations/2026-11-30-1700-know-to-whom-an-opt-out-was-said.js';
import { NameAppointmentsInReasons2026113012200 } from './migrations/2026-11-30-1220-name-appointments-in-reasons.js';
import { KeepTheOrderOfOptOuts2026113018000 } from './migrations/2026-11-30-1800-keep-the-order-of-opt-outs.js';
import { AddHandledMessages1768000000002 } from './migrations/add-handled-messages-1768000000002.js';
import { CountWhatIsSent1795853626900 } from './migrations/count-what-is-sent-1795853626900.js';
import { CreateMessaging1768000000001 } from './migrations/create-messaging-1768000000001.js';
import { CountWhatAnAddressGets1795990400300 } from './migrations/count-what-an-address-gets-1795990400300.js';
import { ForgetOldCounts1795870310002 } from './migrations/forget-old-counts-1795870310002.js';
import { KeepATextOnceAClinic1795990500100 } from './migrations/keep-a-text-once-a-clinic-1795990500100.js';
import { KeepWordsFromStrangers1795990401100 } from './migrations/keep-words-from-strangers-1795990401100.js';
import { KnowWhatAPhoneWasTold2026113013000 } from './migrations/2026-11-30-1300-know-what-a-phone-was-told.js';
import { LetAPhoneChooseWhomItWritesTo1795990500200 } from './migrations/let-a-phone-choose-whom-it-writes-to-1795990500200.js';
import { LookForMissedTexts1795990800010 } from './migrations/look-for-missed-texts-1795990800010.js';
import { NameWhoSharesAPhone1795942951204 } from './migrations/name-who-shares-a-phone-1795942951204.js';
import { HoldOptOutsByNumber1795879600004 } from './migrations/hold-opt-outs-by-number-1795879600004.js';
import { ShareWhatAnAddressGets1795990500300 } from './migrations/share-what-an-address-gets-1795990500300.js';
import { ShareTheProviders1795854662951 } from './migrations/share-the-providers-1795854662951.js';
import { TellOffersByOneClock1795990800020 } from './migrations/tell-offers-by-one-clock-1795990800020.js';
import { TieAnswersToVisits1795852803300 } from './migrations/tie-answers-to-visits-1795852803300.js';
import { WriteToMembers1795853756578 } from './migrations/write-to-members-1795853756578.js';
import { RemindAgainWhereItWentAstray2026113017100 } from './migrations/2026-11-30-1710-remind-again-where-it-went-astray.js';
import { KnowWhichWordOfTextsWasLast2026113019400 } from './migrations/2026-11-30-1940-know-which-word-of-texts-was-last.js';
import { MakeWorkOfMessages2026113018410 } from './migrations/2026-11-30-1841-make-work-of-messages.js';
import { ReminderRule } from './rules/reminder-rule.entity.js';
import { MessageTemplate } from './templates/message-template.entity.js';

export { PastReminders } from './messages/past-reminders.js';
export { MessagingModule } from './messaging.module.js';
export { forgetStrayNumbers, rehashNumbers } from './number-hashes.js';

export const MESSAGING_ENTITIES = [Message, MessageAttempt, MessageTemplate, ReminderRule];
export const MESSAGING_MIGRATIONS = [
  CreateMessaging1768000000001,
  AddHandledMessages1768000000002,
  TieAnswersToVisits1795852803300,
  CountWhatIsSent1795853626900,
  ShareTheProviders1795854662951,
  ForgetOldCounts1795870310002,
  WriteToMembers1795853756578,
  HoldOptOutsByNumber1795879600004,
  NameWhoSharesAPhone1795942951204,
  CountWhatAnAddressGets1795990400300,
  KeepWordsFromStrangers1795990401100,
  KeepATextOnceAClinic1795990500100,
  LetAPhoneChooseWhomItWritesTo1795990500200,
  ShareWhatAnAddressGets1795990500300,
  LookForMissedTexts1795990800010,
  TellOffersByOneClock1795990800020,
  NameAppointmentsInReasons2026113012200,
  TellTheLastStrayText2026113012500,
  KnowWhatAPhoneWasTold2026113013000,
  KnowToWhomAnOptOutWasSaid2026113017000,
  RemindAgainWhereItWentAstray2026113017100,
  KeepTheOrderOfOptOuts2026113018000,
  MakeWorkOfMessages2026113018410,
  KnowWhichWordOfTextsWasLast2026113019400,
];
