import { defineWords } from '../../../i18n/words.js';

/** What each listener of the API does, by its name. */
export const taskWords = defineWords(
  'tasks',
  {
    showDraftWhenNoteStarted: 'Show on the schedule that a note was started',
    showAmendedWhenNoteAmended: 'Show on the schedule that a note was amended',
    forgetNoteWhenEnteredInError: 'Take a note entered in error off the schedule',
    showInvoicedWhenInvoiceIssued: 'Show on the schedule that a visit was invoiced',
    showPaidWhenPaymentReceived: 'Show on the schedule that a visit was paid',
    forgetInvoiceWhenVoided: 'Take a voided invoice off the schedule',
    countOwingWhenInvoiceIssued: 'Count what a patient owes after an invoice',
    countOwingWhenPaymentReceived: 'Count what a patient owes after a payment',
    countOwingWhenInvoiceVoided: 'Count what a patient owes after an invoice was voided',
    recordOnTimeline: 'Write an entry on a patient’s journey',
    scheduleRemindersWhenVisitHasItsTime: 'Schedule the reminders of a visit',
    dropRemindersWhenVisitIsOff: 'Drop the reminders of a visit that is off',
    mailInvitationWhenStaffIsInvited: 'E-mail an invitation to a member of staff',
    mailLinkWhenPasswordResetIsRequested: 'E-mail a link for a new password',
    mailOwnerWhenRightsChanged: 'Tell an owner by e-mail of rights that were given or taken',
    mailPrivacyOwnersWhenChartIsOpened: 'Tell the owners by e-mail that a chart was opened for a reason',
    queueReviewWhenOneGivesOneselfAVisit: 'Put up for review that somebody booked a visit for themselves',
    voidInvoiceWhenUnarrived: 'Void the invoice of a visit whose arrival was undone',
  },
  {
    showDraftWhenNoteStarted: 'Indiquer à l’horaire qu’une note est commencée',
    showAmendedWhenNoteAmended: 'Indiquer à l’horaire qu’une note est complétée',
    forgetNoteWhenEnteredInError: 'Retirer de l’horaire une note saisie par erreur',
    showInvoicedWhenInvoiceIssued: 'Indiquer à l’horaire qu’un rendez-vous est facturé',
    showPaidWhenPaymentReceived: 'Indiquer à l’horaire qu’un rendez-vous est payé',
    forgetInvoiceWhenVoided: 'Retirer de l’horaire une facture annulée',
    countOwingWhenInvoiceIssued: 'Calculer le solde d’un patient après une facture',
    countOwingWhenPaymentReceived: 'Calculer le solde d’un patient après un paiement',
    countOwingWhenInvoiceVoided: 'Calculer le solde d’un patient après l’annulation d’une facture',
    recordOnTimeline: 'Inscrire un événement au parcours d’un patient',
    scheduleRemindersWhenVisitHasItsTime: 'Planifier les rappels d’un rendez-vous',
    dropRemindersWhenVisitIsOff: 'Retirer les rappels d’un rendez-vous qui n’aura pas lieu',
    mailInvitationWhenStaffIsInvited: 'Envoyer par courriel une invitation à un membre du personnel',
    mailLinkWhenPasswordResetIsRequested: 'Envoyer par courriel un lien pour un nouveau mot de passe',
    mailOwnerWhenRightsChanged: 'Aviser par courriel une personne propriétaire de droits donnés ou retirés',
    mailPrivacyOwnersWhenChartIsOpened: 'Aviser par courriel les propriétaires qu’un dossier a été ouvert avec un motif',
    queueReviewWhenOneGivesOneselfAVisit: 'Mettre en vérification un rendez-vous que quelqu’un s’est donné',
    voidInvoiceWhenUnarrived: 'Annuler la facture d’un rendez-vous dont l’arrivée a été annulée',
  },
);

export type Task = keyof typeof taskWords.en;
export const isTask = (listener: string): listener is Task => listener in taskWords.en;
