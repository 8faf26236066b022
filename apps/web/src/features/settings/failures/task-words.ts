import { defineWords } from '../../../i18n/words.js';

/** What each listener of the API does, by its name. */
export const taskWords = defineWords(
  'tasks',
  {
    recountNotesOnCard: 'Show on the schedule what notes an appointment has',
    recountInvoicesOnCard: 'Show on the schedule whether an appointment is invoiced and paid',
    holdOrTakeUpRemindersWhenPatientIsUpdated: 'Hold back or take up the reminders of a patient whose record changed',
    mailCodeWhenAddressProofIsRequested: 'E-mail the code that proves the address of a new clinic',
    releaseHeldMessagesWhenClinicIsProved: 'Send what waited until the clinic’s address was proved',
    countOwingWhenBalanceChanged: 'Count what a patient owes',
    tellAnewWhenReminderFailed: 'Note that a reminder of a changed appointment did not reach the patient',
    forgetWhatIsUntoldWhenReminderArrives: 'Note that a reminder of a changed appointment reached the patient after all',
    forgetWhatIsUntoldWhenReminderIsSent: 'Note that a reminder told the patient of a changed appointment',
    remindAnewWhenAddressIsCorrected: 'Remind a patient again whose e-mail address or phone number was corrected',
    recordOnTimeline: 'Write an entry on a patient’s journey',
    scheduleRemindersWhenAppointmentHasItsTime: 'Schedule the reminders of an appointment',
    dropRemindersWhenAppointmentIsOff: 'Drop the reminders of an appointment that is off',
    mailInvitationWhenStaffIsInvited: 'E-mail an invitation to a member of staff',
    mailLinkWhenPasswordResetIsRequested: 'E-mail a link for a new password',
    mailPersonWhenTheirAccountChanges: 'Tell a person by e-mail what happened to their account',
    mailOwnerWhenRightsChanged: 'Tell an owner by e-mail of rights that were given or taken',
    mailPrivacyOwnersWhenChartIsOpened: 'Tell the owners by e-mail that a chart was opened for a reason',
  },
  {
    recountNotesOnCard: 'Indiquer à l’horaire les notes d’un rendez-vous',
    recountInvoicesOnCard: 'Indiquer à l’horaire si un rendez-vous est facturé et payé',
    holdOrTakeUpRemindersWhenPatientIsUpdated: 'Retenir ou reprendre les rappels d’un patient dont le dossier a changé',
    mailCodeWhenAddressProofIsRequested: 'Envoyer le code qui confirme l’adresse d’une nouvelle clinique',
    releaseHeldMessagesWhenClinicIsProved: 'Envoyer ce qui attendait la confirmation de l’adresse de la clinique',
    countOwingWhenBalanceChanged: 'Calculer le solde d’un patient',
    tellAnewWhenReminderFailed: 'Noter qu’un rappel d’un changement n’a pas rejoint le patient',
    forgetWhatIsUntoldWhenReminderArrives: 'Noter qu’un rappel d’un changement a rejoint le patient malgré tout',
    forgetWhatIsUntoldWhenReminderIsSent: 'Noter qu’un rappel a prévenu le patient d’un changement',
    remindAnewWhenAddressIsCorrected: 'Rappeler de nouveau le rendez-vous à un patient dont l’adresse ou le numéro a été corrigé',
    recordOnTimeline: 'Inscrire un événement au parcours d’un patient',
    scheduleRemindersWhenAppointmentHasItsTime: 'Planifier les rappels d’un rendez-vous',
    dropRemindersWhenAppointmentIsOff: 'Retirer les rappels d’un rendez-vous qui n’aura pas lieu',
    mailInvitationWhenStaffIsInvited: 'Envoyer par courriel une invitation à un membre du personnel',
    mailLinkWhenPasswordResetIsRequested: 'Envoyer par courriel un lien pour un nouveau mot de passe',
    mailPersonWhenTheirAccountChanges: 'Aviser une personne par courriel de ce qui est arrivé à son compte',
    mailOwnerWhenRightsChanged: 'Aviser par courriel une personne propriétaire de droits donnés ou retirés',
    mailPrivacyOwnersWhenChartIsOpened: 'Aviser par courriel les propriétaires qu’un dossier a été ouvert avec un motif',
  },
);

export type Task = keyof typeof taskWords.en;
export const isTask = (listener: string): listener is Task => listener in taskWords.en;
