import { defineWords } from '../i18n/words.js';

/** What each refusal of the API means to the person at the screen and what to do, by its stable code. */
export const problemWords = defineWords(
  'problem',
  {
    ACTION_NOT_POSSIBLE: 'This has changed in the meantime. Here is how your appointment stands now.',
    ADDRESS_REFUSED: 'This address cannot be used here. Use another one.',
    ADDRESS_TOO_LONG: 'This address is too long to be right. Copy the link anew, without what follows it.',
    ADDRESS_UNPROVED: 'Confirm your address first, by the code in the mail; then this opens.',
    ALREADY_JOINED:
      'This person has already joined and signs in with their own password. If they have forgotten it, they choose a new one by “Forgot your password?”.',
    ALREADY_MEMBER:
      'Somebody with this e-mail address works here already. Give them further roles by “Change roles” in the list of staff; to have them see patients, add them under Practitioners.',
    ALREADY_PRACTITIONER:
      'This person is a practitioner of the clinic already, under another e-mail address. Find them in the list of practitioners; inactive ones can be brought back there.',
    ALREADY_REPLAYED: 'This was started again already. If it failed once more, there is a newer entry for it.',
    BAD_ADDRESS: 'This address cannot be read. Go back and choose the page anew.',
    BAD_REQUEST: 'Keel could not read this. Reload the page and try again.',
    CHART_CLOSED: 'This chart is closed to you: you have no appointment with this patient. If you need it for care, open it with a reason.',
    CLINIC_CLOSED_UNPROVED:
      'This clinic closed because its owner’s address was never confirmed. Nothing is lost: ask for a new password by “Forgot your password?”, and it is open again.',
    CLINIC_NOT_CHOSEN: 'You work in several clinics. Sign in again and choose one.',
    CLINICS_A_DAY:
      'You have started twenty clinics within a day. Start more tomorrow; a practice in several places is one clinic with several locations.',
    CURRENCY: 'This amount is in another currency than the invoice. Reload the page and enter it in the invoice’s currency.',
    DIED_BEFORE_BIRTH: 'The date of death is before the date of birth. Correct one of the two.',
    EMAIL_IN_USE:
      'This e-mail address already has an account with another password. Enter the password of that account. If you have forgotten it, choose a new one by “Forgot your password?” on the sign-in page, then open this invitation again.',
    EMERGENCY_LIMIT:
      'You have opened thirty charts for a reason within an hour. Wait until an hour after the first, or ask a colleague who sees the patient, or an owner, to let you in.',
    EXTERNAL_ID_TAKEN: 'Another record already has this number from another system. Check the number.',
    FACTOR_NOT_CONFIRMED: 'This did not come from what you are adding. Enter the digits that the app shows now, or begin anew.',
    FACTOR_REQUIRED: 'Your clinic asks for a second factor. Add one, then the rest opens.',
    FORBIDDEN: 'You may not do this. Ask an owner or administrator of the clinic for the right.',
    FOREIGN_ORIGIN: 'This page was opened under another address than the clinic’s. Open Keel by its own address.',
    GRANT_NOT_YOURS: 'You cannot let anybody into this chart. One who sees the patient can, or who was let in themselves.',
    HEADERS_TOO_LARGE: 'Your browser sends more than Keel can read. Clear the cookies of this site, then sign in again.',
    IDEMPOTENCY_KEY_IN_USE: 'The first try is still under way. Wait a moment, then look whether it is done.',
    IDEMPOTENCY_KEY_REQUIRED: 'Keel could not tell whether this was sent twice, so nothing was done. Reload the page and try again.',
    IDEMPOTENCY_KEY_REUSED: 'This arrived already, with other values. See what was saved; trying again adds another.',
    IF_MATCH_REQUIRED: 'Keel could not tell which version this was made on. Reload the page and try again.',
    INTERNAL:
      'Something went wrong on our side. Nothing was lost; try again. If it stays, tell your administrator this number: {{requestId}}',
    INVALID: 'Something here is not as it should be. Check the fields and try again.',
    INVALID_IF_MATCH: 'Keel could not tell which version this was made on. Reload the page and try again.',
    PATIENT_KNOWS:
      'This cannot be taken back: since then a reminder went out, the patient answered or came, or the time is past. If they were not told, call them.',
    INVALID_TRANSITION: 'This cannot be done to the appointment as it stands now. The page shows its present state.',
    INVITATION_GONE: 'This invitation was used, withdrawn or is older than two weeks. Ask your clinic to invite you again.',
    INVITE_INACTIVE: 'This practitioner is inactive. Activate them first, then invite them.',
    INVITATION_LIMIT: 'These are enough invitations for one day. Go on tomorrow.',
    INVOICE_PAID:
      'Money was received on this invoice, so it cannot be voided. Take the payment back first if it was a mistake of today; otherwise leave it, and put what is owed in addition on the draft of another appointment.',
    INVOICE_STATE: 'This cannot be done to the invoice as it stands now. The page shows its present state.',
    LAST_OWNER: 'A clinic needs an owner. Make somebody else an owner first.',
    LINK_CLOSED: 'This link has been closed. Use the link in your latest message, or contact the clinic.',
    LINK_GONE: 'It may be too old, or was not copied completely. Use the link in your latest message, or contact the clinic.',
    MESSAGE_NOT_FAILED:
      'Only a message that was not sent or is held too long, or a patient’s text, is taken care of, and this one is neither any more. Reload the list to see how it stands.',
    MESSAGE_NOT_UNKNOWN: 'It is known by now what became of this message. Reload the list to see how it stands.',
    NOTE_CONFIDENTIAL:
      'Counselling notes are their author’s alone until the author shares them. Ask the author to choose “Share with colleagues”.',
    NOTE_ADDENDA_LIMIT: 'This note holds as many addenda as it can. Write a new note for what is to be added.',
    NOTE_ENTERED_IN_ERROR: 'This note was marked as entered in error and stays as it is. Write a new note instead.',
    NOTE_INCOMPLETE: 'Some required questions have no answer yet. Answer them, then sign.',
    NOTE_INTEGRITY: 'This note is not as it was signed. Nothing of it is shown; tell your administrator at once.',
    NOTE_NOT_SIGNED: 'This note is still a draft. Sign it first.',
    NOTE_NOT_YOURS:
      'A colleague’s note is changed, and its draft read, only by its practitioner or its author. Ask them, or write a note of your own.',
    NOTE_SIGNED: 'A signed note never changes. Add to it by an addendum.',
    NOTE_TOO_LARGE: 'This note is too long to be kept as one. Shorten it, or put the rest into an addendum.',
    NOTE_WITHOUT_APPOINTMENT:
      'This note belongs to no appointment, so there is no service to invoice. Book the appointment, mark the patient as arrived and invoice from there.',
    NOT_FOUND: 'This is not here, or not any more. Go back and look for it.',
    NOT_MOVABLE:
      'This appointment has begun, is over or was called off, and cannot be moved. Restore it where it was called off, or book another one.',
    NO_FACTOR: 'There is nothing to recover yet. Add an authenticator app or a passkey first.',
    NO_SUCH_ROUTE: 'This page is newer or older than the clinic’s Keel. Reload it.',
    INVOICE_TOO_LARGE:
      'With taxes an invoice comes to ten million dollars at most. Check quantities and prices, or take lines off its draft first.',
    LOCATION_CLOSED: 'This location is not in use. Book at another one, or have this one put back in use.',
    LAST_LOCATION: 'This is the only location in use. Add another first.',
    HOURS_LIMIT: 'There are as many working hours as can be kept for one person. Delete some that are long past.',
    HOURS_OVERLAP: 'By this time zone somebody would work at two places at once. Change their working hours first, then correct the zone.',
    PLACE_IN_USE:
      'There are appointments, services or invoices that depend on this, so it can no longer be corrected. Add a location for what comes, or start another clinic.',
    APPOINTMENT_HAS_INVOICE: 'The appointment has another invoice by now. Discard or void that one first.',
    APPOINTMENT_INVOICED: 'This appointment is invoiced as it is. Void its invoice first, then change it.',
    OWN_ACCESS: 'You opened this chart or let the person in, or your invitation came from them. Somebody else has to review it.',
    OTHER_CLINIC:
      'You are signed in to another clinic than the one on this screen. Nothing was saved: sign in again and choose this clinic.',
    OTHER_PERSON: 'Somebody else is signed in than on this screen. Nothing was saved: sign in again.',
    OVERPAYMENT: 'This is more than is owed. Enter the open amount or less.',
    PAYMENT_DAY_OVER:
      'A payment is taken back on the day it was taken, and that day is over. Leave it as it is, and tell whoever keeps the books what is wrong with it.',
    PAYMENT_REVERSED: 'Somebody took this payment back already. The page shows what is owed now.',
    OWNER_LETS_IN: 'The clinic decides about this colleague and this chart. Ask an owner with the chart right to let them in.',
    OWNER_ONLY: 'Only an owner does this. Ask an owner of the clinic.',
    OWN_SIGN_IN: 'You are signed in yourself. Change your password and second factors in your account.',
    WORKS_ELSEWHERE: 'This account opens other clinics too. Ask whoever runs Keel for you to reset it.',
    API_KEY_ENDED: 'This key was revoked or has expired. Create a new one.',
    API_KEY_EXPIRED: 'This key has expired. Create a new one.',
    API_KEY_FACTORLESS:
      'This key acts for somebody whose role needs a second factor. It goes on once they have added one to their account, or an owner who has one adopts the key.',
    API_KEY_STOPPED: 'This key stopped with the access of whoever made it. An owner can adopt it.',
    BEYOND_GIVER: 'You cannot give what you do not have yourself. Ask an owner.',
    CHART_RIGHT_OF_OWNERS: 'The chart right is for owners. Practitioners read the charts of their own patients.',
    FIELD_NOT_YOURS: 'You may not see or change some of these details. Leave them as they are.',
    OTHER_OWNER: 'Your clinic has another owner: they change your rights, not you yourself.',
    SHOWN_ONCE: 'This was done already, and its secret is shown only once. If you have lost it, end it and create another.',
    SOLE_OWNER_TOO_RECENT: 'Somebody else was an owner within the last seven days. After that you may give this to yourself.',
    OWN_RIGHTS: 'Nobody gives rights to themselves. Ask an owner.',
    PERSON_ONLY: 'A program cannot do this; a person signs in and does it.',
    PASSKEYS_NEED_A_NAME: 'Passkeys need Keel to be opened by a name, not by a number. Use an authenticator app instead.',
    PAPER_TOO_LONG:
      'There is too much on this paper to print it. Shorten its texts, or split them over several; the same again will not print.',
    PASSWORD_RESET_GONE: 'This link was used or is older than an hour. Ask for a new one.',
    PASSWORD_WANTED: 'Your password is needed here. Enter the one of your sign-up, or choose a new one.',
    FILE_TOO_LARGE: 'This file is too large. Choose a smaller one.',
    UPLOAD_BROKEN_OFF: 'The upload broke off before its end. Send the file again.',
    FILE_ALTERED: 'The file arrived otherwise than it was sent. Send it again.',
    RANGE_NOT_SATISFIABLE: 'The file does not have this part. Open it from its beginning.',
    FILE_TAKEN: 'This file belongs to something else already. Upload it again.',
    FILE_BROKEN: 'The stored file is not what was kept, so it is not shown. Tell your administrator: a backup may have it.',
    FILES_UNAVAILABLE: 'The place of the files does not answer. Try again in a moment.',
    FILES_NOT_CONFIGURED: 'Files cannot be kept here yet. Your administrator can set up a place for them.',
    PATIENT_ARCHIVED: 'This patient is archived. Bring them back in their details, then book.',
    PATIENT_DECEASED: 'This patient has died, so nothing after the death can be booked. If the date is wrong, correct it in their details.',
    PHRASE_LIMIT: 'There are as many phrases as can be kept. Delete one that is no longer used.',
    PHRASE_TAKEN: 'Another phrase has this short form. Choose another one.',
    PRACTITIONER_AWAY: 'The practitioner has time off then. Choose another time, or book over it if you mean it.',
    PRACTITIONER_EMAIL_TAKEN:
      'This e-mail address belongs to another practitioner of the clinic. Find them in the list of practitioners, or enter another address.',
    PRACTITIONER_NOT_JOINED:
      'This is the address of a practitioner who has no sign-in yet. Press “Invite” beside their name under Practitioners; their invitation then stands in the list of staff, where “Change roles” gives further roles.',
    PRACTITIONER_LIMIT: 'There are as many active practitioners as a clinic can have. Set one who has left to inactive.',
    PRACTITIONER_INACTIVE: 'This practitioner takes no more appointments. Choose another one, or have this one take bookings again.',
    PROOF_CODE_SPENT: 'This code was tried too often or is older than a day. Have another one sent.',
    PROOF_CODE_WRONG: 'This is not the code of the newest mail. Check the six digits.',
    PROOF_LINK_GONE: 'This link was used, replaced by a newer one or is older than a day. Sign in and have another one sent.',
    PROOF_MAIL_LIMIT: 'A mail was sent already: look among unwanted mail too. Another one can be sent in {{minutes}} min.',
    RATE_LIMITED: 'Too many attempts. Wait {{minutes}} min and try again.',
    REFUSED: 'This was refused. Reload the page and try again.',
    REMINDER_RULE_EXISTS: 'There is already such a reminder. Change that one, or choose another time.',
    REMINDER_RULE_LIMIT: 'There are as many reminders as can be kept. Change one, or remove one that is no longer used.',
    SCOPE_NOT_YOURS: 'A key cannot do more than you may. Leave out the rights that you do not have.',
    SEEN_AFTER_DEATH:
      'The patient came to an appointment on {{date}}, after this date of death. Correct the date, or undo that arrival if it was marked in error.',
    SEEN_BEFORE_BIRTH:
      'The patient came to an appointment on {{date}}, before this date of birth. Correct the date, or undo that arrival if it was marked in error.',
    SERVICE_ARCHIVED: 'This service is no longer offered. Choose another one.',
    SERVICE_NOT_OFFERED: 'This practitioner does not offer this service. Choose a service of their profession.',
    SIGN_IN_REFUSED: 'E-mail or password is wrong. Check both and try again.',
    SIGN_UP_CLOSED: 'No new clinics are taken here. Ask whoever runs this Keel, or ask your clinic to invite you.',
    SLOT_TAKEN: 'This time has just been taken. Choose another one.',
    SLUG_TAKEN: 'Another clinic has this address. Choose another one.',
    STALE_VERSION: 'Somebody changed this while you were at it. Look at the newest state and make your change again.',
    STALE_APPOINTMENT: 'The clinic changed this appointment in the meantime, so nothing was done. See how it is now, then answer again.',
    STEP_UP_REQUIRED: 'This needs a fresh proof that it is you. Try again and give it.',
    STOPPING: 'Keel is being restarted. Nothing was lost; try again in a moment.',
    TOO_LARGE: 'This is too large to send at once. Shorten the text, or send it in several parts.',
    TAX_RATES_UNKNOWN: 'The tax rates of that day are not known here. Correct the day of the appointment, or the tax of the lines.',
    TOO_MANY_FACTORS: 'You have as many factors as an account can hold. Remove one that you no longer use.',
    TOO_MANY_STREAMS: 'Keel is open in too many windows. Close some of them.',
    TOO_MANY_WAITING: 'Too many people are asking for this at once. Nothing was done; try again in a few seconds.',
    UNAUTHENTICATED: 'You are not signed in any more. Sign in again; what you typed stays.',
    REQUEST_TIMEOUT: 'The request took too long to arrive. Check the network and try again.',
    TOO_MANY_CONNECTIONS: 'Too many connections come from this network. Close some windows, or wait a moment.',
    NOT_READY: 'Keel is starting or cannot reach its database. Nothing was lost; try again in a moment.',
    UNAVAILABLE: 'Keel is not available right now. Nothing was lost; try again in a moment.',
    UNKNOWN: 'Something went wrong on our side. Try again; if it stays, tell the clinic this number: {{requestId}}',
    UNSUPPORTED_MEDIA_TYPE: 'Keel cannot read this kind of content. Reload the page and try again.',
    VERSION_REQUIRED: 'Keel could not tell what was shown to you. Reload the page and try again.',
    APPOINTMENT_AFTER_DEATH: 'This patient died before this day. Cancel the appointment, or correct the date of death in their details.',
    APPOINTMENT_BEFORE_BIRTH: 'This is before the patient was born. Choose a later day, or correct the date of birth.',
    APPOINTMENT_DOCUMENTED:
      'This appointment has a signed note, so it can be neither reopened nor undone. If the note was signed by mistake or belongs to another appointment, have it marked as entered in error first.',
    APPOINTMENT_NOT_BEGUN:
      'This appointment has not begun: somebody may still come. Mark it from its start on, or cancel it if they said they will not come.',
    APPOINTMENT_NOT_ARRIVED: 'The patient has not arrived yet. Mark the arrival first.',
    APPOINTMENT_NOT_KEPT:
      'Nobody was seen at this appointment, so no note of it is begun or signed; a draft is kept. If the patient came, restore the appointment, or approve it, and mark the arrival, then go on.',
    APPOINTMENT_NOT_YOURS: 'This is a colleague’s appointment: only they write its note.',
    APPOINTMENT_PAID:
      'Money came in for this appointment, so it can be neither undone nor called off. If the payment was a mistake of today, take it back on its invoice first; otherwise leave the appointment, and book another for what comes.',
    WEBHOOK_SIGNATURE:
      'This call was not signed by the provider. Ask whoever runs Keel to check the provider’s secret and the address it calls.',
  },
  {
    ACTION_NOT_POSSIBLE: 'La situation a changé entre-temps. Voici où en est votre rendez-vous.',
    ADDRESS_REFUSED: 'Cette adresse ne peut pas être utilisée ici. Prenez-en une autre.',
    ADDRESS_TOO_LONG: 'Cette adresse est trop longue pour être la bonne. Copiez le lien de nouveau, sans ce qui le suit.',
    ADDRESS_UNPROVED: 'Confirmez d’abord votre adresse, par le code reçu ; ceci s’ouvrira ensuite.',
    ALREADY_JOINED:
      'Cette personne s’est déjà jointe à l’équipe et se connecte avec son propre mot de passe. Si elle l’a oublié, elle en choisit un nouveau par « Mot de passe oublié ».',
    ALREADY_MEMBER:
      'Une personne avec ce courriel travaille déjà ici. Donnez-lui d’autres rôles par « Changer les rôles » dans la liste de l’équipe ; pour qu’elle voie des patients, ajoutez-la sous Praticiens.',
    ALREADY_PRACTITIONER:
      'Cette personne traite déjà à la clinique, sous une autre adresse. Cherchez-la dans la liste des praticiens ; les inactifs peuvent y être réactivés.',
    ALREADY_REPLAYED: 'Ceci a déjà été relancé. Si l’échec s’est répété, une entrée plus récente le montre.',
    BAD_ADDRESS: 'Cette adresse est illisible. Revenez en arrière et choisissez la page de nouveau.',
    BAD_REQUEST: 'Keel n’a pas pu lire la demande. Rechargez la page et réessayez.',
    CHART_CLOSED:
      'Ce dossier vous est fermé : vous n’avez aucun rendez-vous avec cette personne. S’il le faut pour les soins, ouvrez-le en indiquant le motif.',
    CLINIC_CLOSED_UNPROVED:
      'Cette clinique a fermé, car l’adresse de sa ou son propriétaire n’a jamais été confirmée. Rien n’est perdu : demandez un nouveau mot de passe par « Mot de passe oublié », et elle rouvrira.',
    CLINIC_NOT_CHOSEN: 'Vous travaillez dans plusieurs cliniques. Reconnectez-vous et choisissez-en une.',
    CLINICS_A_DAY:
      'Vous avez ouvert vingt cliniques en une journée. Ouvrez-en d’autres demain ; une clinique présente à plusieurs endroits est une seule clinique avec plusieurs lieux.',
    CURRENCY: 'Ce montant est dans une autre devise que la facture. Rechargez la page et entrez-le dans la devise de la facture.',
    DIED_BEFORE_BIRTH: 'La date du décès précède la date de naissance. Corrigez l’une des deux.',
    EMAIL_IN_USE:
      'Cette adresse a déjà un compte avec un autre mot de passe. Entrez le mot de passe de ce compte. Si vous l’avez oublié, choisissez-en un nouveau par « Mot de passe oublié ? » sur la page de connexion, puis rouvrez cette invitation.',
    EMERGENCY_LIMIT:
      'Vous avez ouvert trente dossiers pour un motif en une heure. Attendez une heure après le premier, ou demandez l’accès à une ou un collègue qui suit cette personne, ou à une personne propriétaire.',
    EXTERNAL_ID_TAKEN: 'Une autre fiche porte déjà ce numéro d’un autre système. Vérifiez le numéro.',
    FACTOR_NOT_CONFIRMED:
      'Ceci ne vient pas de ce que vous ajoutez. Entrez les chiffres que l’application affiche maintenant, ou recommencez.',
    FACTOR_REQUIRED: 'Votre clinique demande un second facteur. Ajoutez-en un, et le reste s’ouvrira.',
    FORBIDDEN: 'Vous n’avez pas ce droit. Demandez-le à une personne propriétaire ou administratrice de la clinique.',
    FOREIGN_ORIGIN: 'Cette page a été ouverte sous une autre adresse que celle de la clinique. Ouvrez Keel par sa propre adresse.',
    GRANT_NOT_YOURS:
      'Vous ne pouvez donner accès à ce dossier à personne. Qui suit cette personne le peut, ou qui a reçu l’accès de quelqu’un d’autre.',
    HEADERS_TOO_LARGE: 'Votre navigateur envoie plus que Keel ne peut lire. Effacez les témoins de ce site, puis reconnectez-vous.',
    IDEMPOTENCY_KEY_IN_USE: 'Le premier essai est encore en cours. Attendez un instant, puis vérifiez si c’est fait.',
    IDEMPOTENCY_KEY_REQUIRED: 'Keel ne pouvait pas exclure un double envoi ; rien n’a été fait. Rechargez la page et réessayez.',
    IDEMPOTENCY_KEY_REUSED: 'Déjà arrivé, avec d’autres valeurs. Voyez ce qui est enregistré ; réessayer en ajoute un.',
    IF_MATCH_REQUIRED: 'Keel ne savait pas de quelle version il s’agissait. Rechargez la page et réessayez.',
    INTERNAL:
      'Un problème est survenu de notre côté. Rien n’est perdu ; réessayez. S’il persiste, donnez ce numéro à l’administration : {{requestId}}',
    INVALID: 'Quelque chose ne convient pas. Vérifiez les champs et réessayez.',
    INVALID_IF_MATCH: 'Keel ne savait pas de quelle version il s’agissait. Rechargez la page et réessayez.',
    PATIENT_KNOWS:
      'Ceci ne s’annule plus\u00a0: depuis, un rappel est parti, la personne a répondu ou est venue, ou l’heure est passée. Si elle n’a pas été prévenue, appelez-la.',
    INVALID_TRANSITION: 'C’est impossible dans l’état actuel du rendez-vous. La page montre cet état.',
    INVITE_INACTIVE: 'Cette personne est inactive parmi les praticiens. Réactivez-la d’abord, puis invitez-la.',
    INVITATION_GONE:
      'Cette invitation a été utilisée, retirée ou date de plus de deux semaines. Demandez-en une nouvelle à votre clinique.',
    INVITATION_LIMIT: 'C’est assez d’invitations pour une journée. Continuez demain.',
    INVOICE_PAID:
      'Un paiement a été reçu pour cette facture ; elle ne peut pas être annulée. Annulez d’abord le paiement s’il est une erreur d’aujourd’hui ; sinon, laissez-la telle quelle et portez ce qui est dû en plus au brouillon d’un autre rendez-vous.',
    INVOICE_STATE: 'C’est impossible dans l’état actuel de la facture. La page montre cet état.',
    LAST_OWNER: 'Une clinique a besoin d’une personne propriétaire. Désignez d’abord quelqu’un d’autre.',
    LINK_CLOSED: 'Ce lien a été fermé. Utilisez le lien de votre dernier message, ou communiquez avec la clinique.',
    LINK_GONE: 'Il est peut-être trop ancien ou incomplet. Utilisez le lien de votre dernier message, ou communiquez avec la clinique.',
    MESSAGE_NOT_FAILED:
      'Seul un message non envoyé ou retenu trop longtemps, ou un texto d’un patient, se marque comme réglé, et ce n’est plus le cas ici. Rechargez la liste pour voir où il en est.',
    MESSAGE_NOT_UNKNOWN: 'On sait maintenant ce qu’il est advenu de ce message. Rechargez la liste pour voir où il en est.',
    NOTE_CONFIDENTIAL:
      'Les notes de counseling n’appartiennent qu’à leur auteur, jusqu’à ce qu’il les partage. Demandez-lui de choisir « Partager avec les collègues ».',
    NOTE_ADDENDA_LIMIT: 'Cette note a déjà le maximum d’addendas. Écrivez une nouvelle note pour la suite.',
    NOTE_ENTERED_IN_ERROR: 'Cette note a été marquée comme saisie par erreur et reste telle quelle. Écrivez plutôt une nouvelle note.',
    NOTE_INCOMPLETE: 'Des questions obligatoires sont sans réponse. Répondez-y, puis signez.',
    NOTE_INTEGRITY: 'Cette note n’est plus telle qu’elle a été signée. Rien n’en est montré ; avisez tout de suite l’administration.',
    NOTE_NOT_SIGNED: 'Cette note est encore un brouillon. Signez-la d’abord.',
    NOTE_NOT_YOURS:
      'La note d’un ou d’une collègue n’est modifiée, et son brouillon n’est lu, que par la personne qui traite ou qui l’a écrite. Adressez-vous à elle, ou écrivez votre propre note.',
    NOTE_SIGNED: 'Une note signée ne change plus. Complétez-la par un addenda.',
    NOTE_TOO_LARGE: 'Cette note est trop longue. Raccourcissez-la, ou mettez la suite dans un addenda.',
    NOTE_WITHOUT_APPOINTMENT:
      'Cette note n’est liée à aucun rendez-vous ; il n’y a aucun service à facturer. Réservez le rendez-vous, indiquez l’arrivée et facturez à partir de là.',
    NOT_FOUND: 'Ceci n’existe pas ou n’existe plus. Revenez en arrière et cherchez-le.',
    NOT_MOVABLE:
      'Ce rendez-vous est commencé, terminé ou annulé et ne peut pas être déplacé. Rétablissez-le s’il est annulé, ou réservez-en un autre.',
    NO_FACTOR: 'Il n’y a encore rien à récupérer. Ajoutez d’abord une application d’authentification ou une clé d’accès.',
    NO_SUCH_ROUTE: 'Cette page n’est pas de la même version que le Keel de la clinique. Rechargez-la.',
    INVOICE_TOO_LARGE:
      'Taxes comprises, une facture ne dépasse pas dix millions de dollars. Vérifiez les quantités et les prix, ou retirez d’abord des lignes du brouillon.',
    LOCATION_CLOSED: 'Ce lieu n’est plus utilisé. Réservez dans un autre, ou faites remettre celui-ci en service.',
    LAST_LOCATION: 'C’est le seul lieu utilisé. Ajoutez-en d’abord un autre.',
    HOURS_LIMIT: 'Cette personne a déjà le maximum d’horaires. Supprimez-en qui sont passés depuis longtemps.',
    HOURS_OVERLAP:
      'Selon ce fuseau, quelqu’un travaillerait à deux endroits à la fois. Changez d’abord ses heures de travail, puis corrigez le fuseau.',
    PLACE_IN_USE:
      'Des rendez-vous, des services ou des factures en dépendent ; on ne peut plus corriger. Ajoutez un lieu pour la suite, ou ouvrez une autre clinique.',
    APPOINTMENT_HAS_INVOICE: 'Le rendez-vous a maintenant une autre facture. Supprimez-la ou annulez-la d’abord.',
    APPOINTMENT_INVOICED: 'Ce rendez-vous est facturé tel quel. Annulez d’abord sa facture, puis modifiez-le.',
    OWN_ACCESS:
      'Vous avez ouvert ce dossier ou y avez donné accès, ou votre invitation vient de la personne concernée. Quelqu’un d’autre doit le vérifier.',
    OTHER_CLINIC:
      'Vous êtes connecté à une autre clinique que celle de cet écran. Rien n’a été enregistré\u00a0: reconnectez-vous et choisissez cette clinique.',
    OTHER_PERSON: 'Une autre personne que celle de cet écran est connectée. Rien n’a été enregistré\u00a0: reconnectez-vous.',
    OVERPAYMENT: 'C’est plus que le solde. Entrez le solde ou moins.',
    PAYMENT_DAY_OVER:
      'Un paiement s’annule le jour où il a été reçu, et ce jour est passé. Laissez-le tel quel et avisez la personne qui tient les livres de l’erreur.',
    PAYMENT_REVERSED: 'Ce paiement a déjà été annulé. La page montre ce qui est dû maintenant.',
    OWNER_LETS_IN:
      'La clinique décide elle-même pour ce collègue et ce dossier. Demandez à une personne propriétaire qui a le droit aux dossiers.',
    OWNER_ONLY: 'Seule une personne propriétaire peut le faire. Adressez-vous à une personne propriétaire de la clinique.',
    OWN_SIGN_IN: 'Vous êtes vous-même en session. Changez votre mot de passe et vos seconds facteurs dans votre compte.',
    WORKS_ELSEWHERE: 'Ce compte ouvre aussi d’autres cliniques. Demandez à la personne qui exploite Keel de le réinitialiser.',
    API_KEY_ENDED: 'Cette clé est révoquée ou expirée. Créez-en une nouvelle.',
    API_KEY_EXPIRED: 'Cette clé est expirée. Créez-en une nouvelle.',
    API_KEY_FACTORLESS:
      'Cette clé agit pour une personne dont le rôle exige un second facteur. Elle reprend dès que cette personne en ajoute un à son compte, ou qu’une personne propriétaire qui en a un la reprend.',
    API_KEY_STOPPED: 'Cette clé s’est arrêtée avec l’accès de qui l’a créée. Une personne propriétaire peut la reprendre.',
    BEYOND_GIVER: 'Vous ne pouvez pas donner ce que vous n’avez pas. Demandez à une personne propriétaire.',
    CHART_RIGHT_OF_OWNERS: 'Le droit aux dossiers est pour les propriétaires. Un praticien lit les dossiers de ses patients.',
    FIELD_NOT_YOURS: 'Vous ne pouvez ni voir ni changer certains de ces renseignements. Laissez-les tels quels.',
    OTHER_OWNER: 'Votre clinique a un autre propriétaire : c’est à cette personne de changer vos droits.',
    SHOWN_ONCE: 'C’est déjà fait, et le secret n’est montré qu’une fois. Si vous l’avez perdu, mettez-y fin et créez-en un autre.',
    SOLE_OWNER_TOO_RECENT: 'Quelqu’un d’autre était propriétaire il y a moins de sept jours. Passé ce délai, vous pourrez vous l’accorder.',
    OWN_RIGHTS: 'Personne ne se donne des droits. Demandez à une personne propriétaire.',
    PERSON_ONLY: 'Un programme ne peut pas le faire ; une personne se connecte et le fait.',
    PASSKEYS_NEED_A_NAME:
      'Les clés d’accès demandent que Keel soit ouvert par un nom, et non par un numéro. Utilisez plutôt une application d’authentification.',
    PAPER_TOO_LONG:
      'Ce document est trop long pour être imprimé. Raccourcissez ses textes ou répartissez-les sur plusieurs documents\u00a0; le même ne s’imprimera pas.',
    PASSWORD_RESET_GONE: 'Ce lien a été utilisé ou date de plus d’une heure. Demandez-en un nouveau.',
    PASSWORD_WANTED: 'Il faut votre mot de passe ici. Entrez celui de votre inscription, ou choisissez-en un nouveau.',
    FILE_TOO_LARGE: 'Ce fichier est trop volumineux. Choisissez-en un plus petit.',
    UPLOAD_BROKEN_OFF: 'L’envoi s’est interrompu avant la fin. Envoyez le fichier de nouveau.',
    FILE_ALTERED: 'Le fichier est arrivé autrement qu’il a été envoyé. Envoyez-le de nouveau.',
    RANGE_NOT_SATISFIABLE: 'Le fichier n’a pas cette partie. Ouvrez-le depuis le début.',
    FILE_TAKEN: 'Ce fichier appartient déjà à autre chose. Téléversez-le de nouveau.',
    FILE_BROKEN:
      'Le fichier conservé n’est plus ce qu’il était et n’est pas affiché. Avertissez votre administrateur\u00a0: une sauvegarde l’a peut-être.',
    FILES_UNAVAILABLE: 'L’endroit où sont les fichiers ne répond pas. Réessayez dans un moment.',
    FILES_NOT_CONFIGURED: 'On ne peut pas encore conserver de fichiers ici. Votre administrateur peut leur donner un endroit.',
    PATIENT_ARCHIVED: 'Ce patient est archivé. Ramenez-le des archives dans ses détails, puis réservez.',
    PATIENT_DECEASED:
      'Ce patient est décédé : rien ne peut être réservé après le décès. Si la date est inexacte, corrigez-la dans ses détails.',
    PHRASE_LIMIT: 'Il y a déjà le maximum de phrases. Supprimez-en une qui ne sert plus.',
    PHRASE_TAKEN: 'Une autre phrase porte déjà cette abréviation. Choisissez-en une autre.',
    PRACTITIONER_AWAY: 'La personne est en congé à ce moment. Choisissez une autre heure, ou réservez quand même si c’est voulu.',
    PRACTITIONER_EMAIL_TAKEN:
      'Cette adresse est celle d’une autre personne qui traite à la clinique. Cherchez-la dans la liste des praticiens, ou entrez une autre adresse.',
    PRACTITIONER_NOT_JOINED:
      'C’est l’adresse d’une personne qui traite ici et n’a pas encore d’accès. Appuyez sur « Inviter » à côté de son nom sous Praticiens ; son invitation figure ensuite dans la liste de l’équipe, où « Changer les rôles » en donne d’autres.',
    PRACTITIONER_LIMIT: 'La clinique a déjà le maximum de praticiens actifs. Désactivez une personne qui est partie.',
    PRACTITIONER_INACTIVE: 'Cette personne ne prend plus de rendez-vous. Choisissez-en une autre, ou faites qu’elle en prenne à nouveau.',
    PROOF_CODE_SPENT: 'Ce code a été essayé trop souvent ou date de plus d’un jour. Faites-en envoyer un autre.',
    PROOF_CODE_WRONG: 'Ce n’est pas le code du courriel le plus récent. Vérifiez les six chiffres.',
    PROOF_LINK_GONE:
      'Ce lien a été utilisé, remplacé par un plus récent ou date de plus d’un jour. Connectez-vous et faites-en envoyer un autre.',
    PROOF_MAIL_LIMIT: 'Un courriel est déjà parti : regardez aussi les indésirables. Un autre pourra être envoyé dans {{minutes}} min.',
    RATE_LIMITED: 'Trop d’essais. Attendez {{minutes}} min et réessayez.',
    REFUSED: 'La demande a été refusée. Rechargez la page et réessayez.',
    REMINDER_RULE_EXISTS: 'Ce rappel existe déjà. Modifiez-le, ou choisissez un autre délai.',
    REMINDER_RULE_LIMIT: 'Il y a déjà le maximum de rappels. Modifiez-en un, ou supprimez-en un qui ne sert plus.',
    SCOPE_NOT_YOURS: 'Une clé ne peut pas faire plus que vous. Retirez les droits que vous n’avez pas.',
    SEEN_AFTER_DEATH:
      'La personne est venue à un rendez-vous le {{date}}, après cette date de décès. Corrigez la date, ou annulez cette arrivée si elle a été indiquée par erreur.',
    SEEN_BEFORE_BIRTH:
      'La personne est venue à un rendez-vous le {{date}}, avant cette date de naissance. Corrigez la date, ou annulez cette arrivée si elle a été indiquée par erreur.',
    SERVICE_ARCHIVED: 'Ce service n’est plus offert. Choisissez-en un autre.',
    SERVICE_NOT_OFFERED: 'Cette personne n’offre pas ce service. Choisissez un service de sa profession.',
    SIGN_IN_REFUSED: 'Le courriel ou le mot de passe est inexact. Vérifiez les deux et réessayez.',
    SIGN_UP_CLOSED:
      'Aucune nouvelle clinique n’est prise ici. Adressez-vous à qui gère ce Keel, ou demandez une invitation à votre clinique.',
    SLOT_TAKEN: 'Cette plage vient d’être prise. Choisissez-en une autre.',
    SLUG_TAKEN: 'Une autre clinique a cette adresse. Choisissez-en une autre.',
    STALE_VERSION: 'Quelqu’un a modifié ceci pendant que vous y travailliez. Regardez l’état actuel et refaites votre changement.',
    STALE_APPOINTMENT:
      'La clinique a modifié ce rendez-vous entre-temps ; rien n’a été fait. Voyez ce qu’il en est, puis répondez de nouveau.',
    STEP_UP_REQUIRED: 'Il faut une nouvelle preuve que c’est vous. Réessayez et donnez-la.',
    STOPPING: 'Keel redémarre. Rien n’est perdu ; réessayez dans un moment.',
    TOO_LARGE: 'C’est trop volumineux pour un seul envoi. Raccourcissez le texte, ou envoyez-le en plusieurs parties.',
    TAX_RATES_UNKNOWN: 'Les taux de taxe de ce jour ne sont pas connus ici. Corrigez le jour du rendez-vous ou la taxe des lignes.',
    TOO_MANY_FACTORS: 'Vous avez autant de facteurs qu’un compte peut en contenir. Retirez-en un qui ne sert plus.',
    TOO_MANY_STREAMS: 'Keel est ouvert dans trop de fenêtres. Fermez-en quelques-unes.',
    TOO_MANY_WAITING: 'Trop de personnes demandent ceci en même temps. Rien n’a été fait\u00a0; réessayez dans quelques secondes.',
    UNAUTHENTICATED: 'Vous n’êtes plus connecté. Reconnectez-vous ; ce que vous avez saisi reste là.',
    REQUEST_TIMEOUT: 'La demande a mis trop de temps à arriver. Vérifiez le réseau et réessayez.',
    TOO_MANY_CONNECTIONS: 'Trop de connexions viennent de ce réseau. Fermez quelques fenêtres ou attendez un moment.',
    NOT_READY: 'Keel démarre ou n’atteint pas sa base de données. Rien n’est perdu ; réessayez dans un moment.',
    UNAVAILABLE: 'Keel n’est pas disponible pour l’instant. Rien n’est perdu ; réessayez dans un moment.',
    UNKNOWN: 'Un problème est survenu de notre côté. Réessayez ; s’il persiste, donnez ce numéro à la clinique : {{requestId}}',
    UNSUPPORTED_MEDIA_TYPE: 'Keel ne peut pas lire ce type de contenu. Rechargez la page et réessayez.',
    VERSION_REQUIRED: 'Keel ne sait pas ce qui vous était affiché. Rechargez la page et réessayez.',
    APPOINTMENT_AFTER_DEATH: 'Ce patient est décédé avant ce jour. Annulez le rendez-vous, ou corrigez la date du décès dans ses détails.',
    APPOINTMENT_BEFORE_BIRTH: 'Cette date précède la naissance du patient. Choisissez un jour ultérieur, ou corrigez la date de naissance.',
    APPOINTMENT_DOCUMENTED:
      'Ce rendez-vous a une note signée ; il ne peut être ni rouvert ni défait. Si la note a été signée par erreur ou est celle d’un autre rendez-vous, faites-la d’abord marquer comme saisie par erreur.',
    APPOINTMENT_NOT_BEGUN:
      'Ce rendez-vous n’a pas commencé : la personne peut encore venir. Marquez l’absence dès son début, ou annulez si elle a prévenu qu’elle ne viendra pas.',
    APPOINTMENT_NOT_ARRIVED: 'La personne n’est pas encore arrivée. Indiquez d’abord l’arrivée.',
    APPOINTMENT_NOT_KEPT:
      'Personne n’a été vu à ce rendez-vous ; aucune note ne peut en être commencée ni signée, et un brouillon est conservé. Si la personne est venue, rétablissez ou approuvez le rendez-vous, indiquez l’arrivée, puis continuez.',
    APPOINTMENT_NOT_YOURS: 'C’est le rendez-vous d’un ou d’une collègue : seule cette personne en écrit la note.',
    APPOINTMENT_PAID:
      'Un paiement a été reçu pour ce rendez-vous ; il ne peut être ni défait ni annulé. Si le paiement est une erreur d’aujourd’hui, annulez-le d’abord sur sa facture ; sinon, laissez le rendez-vous tel quel et réservez-en un autre pour la suite.',
    WEBHOOK_SIGNATURE:
      'Cet appel n’est pas signé par le fournisseur. Demandez à qui gère ce Keel de vérifier le secret du fournisseur et l’adresse appelée.',
  },
);
