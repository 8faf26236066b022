import { defineWords } from '../../../i18n/words.js';

/** What is past its threshold, and what to do. The figures come with their unit. */
export const alarmWords = defineWords(
  'alarms',
  {
    title: 'Needs a look',
    code: {
      dead_letters: 'Failed tasks that are not done yet: {{value}}. They are in the list below and are also tried again by themselves.',
      event_backlog:
        'What follows from changes (schedule marks, journeys, reminders) runs {{value}} seconds behind. Ask whoever runs Keel to look at the workers and the database.',
      disk_space:
        'Only {{value}} MiB are free where the data lies; fewer than {{threshold}} are an alarm. Ask whoever runs Keel to make room before nothing can be saved.',
      messages_late:
        '{{value}}% of the last messages began to leave more than a minute late. Ask whoever runs Keel to look at the workers.',
      email_failing:
        '{{value}}% of the last e-mails were not taken by the mail server. Waiting ones are tried again; call whoever cannot wait.',
      audit_broken:
        'The audit of this clinic was tampered with. Verify it under Settings, Audit, and tell whoever runs Keel: logs and backups must stay as they are.',
      backup_stale:
        'The newest backup that was proved to be whole is {{value}} hours old. Ask whoever runs Keel to look into backup.log and at where the backups go.',
      log_not_archived:
        'What was written in the last {{value}} seconds is in no backup yet. Ask whoever runs Keel to look into backup.log and at where the backups go.',
      stray_texts:
        'Texts of the last day that reached nobody, since no clinic knows the phone or several do: {{value}}. Their senders were told to call. Ask whoever runs Keel to read them at the SMS provider.',
      refusals:
        'Somebody was refused {{value}} times in a quarter of an hour, as by a program that tries what it may not. Ask whoever runs Keel to look in the log for who it is; a key of yours that does this is ended under Settings, API keys.',
      sms_failing:
        '{{value}}% of the last text messages were not taken by the provider. Waiting ones are tried again; call whoever cannot wait.',
    },
  },
  {
    title: 'À vérifier',
    code: {
      dead_letters:
        'Tâches échouées qui ne sont pas encore faites : {{value}}. Elles figurent ci-dessous et sont aussi réessayées d’elles-mêmes.',
      event_backlog:
        'Ce qui découle des changements (repères de l’horaire, parcours, rappels) a {{value}} secondes de retard. Demandez à la personne qui exploite Keel de vérifier les processus de travail et la base de données.',
      disk_space:
        'Il ne reste que {{value}} Mio libres là où sont les données ; l’alarme se déclenche sous {{threshold}}. Demandez à la personne qui exploite Keel de faire de la place avant que plus rien ne s’enregistre.',
      messages_late:
        '{{value}} % des derniers messages ont commencé à partir avec plus d’une minute de retard. Demandez à la personne qui exploite Keel de vérifier les processus de travail.',
      email_failing:
        '{{value}} % des derniers courriels n’ont pas été pris par le serveur de courriel. Ceux en attente sont réessayés ; appelez qui ne peut pas attendre.',
      audit_broken:
        'Le journal de cette clinique a été altéré. Vérifiez-le sous Réglages, Journal, et avisez la personne qui exploite Keel : les journaux et les sauvegardes doivent rester tels quels.',
      backup_stale:
        'La dernière sauvegarde reconnue intacte date de {{value}} heures. Demandez à la personne qui exploite Keel de consulter backup.log et de vérifier l’endroit où vont les sauvegardes.',
      log_not_archived:
        'Ce qui a été écrit dans les {{value}} dernières secondes n’est encore dans aucune sauvegarde. Demandez à la personne qui exploite Keel de consulter backup.log et de vérifier l’endroit où vont les sauvegardes.',
      stray_texts:
        'Textos du dernier jour qui n’ont atteint personne, aucune clinique ne connaissant le téléphone ou plusieurs le connaissant : {{value}}. On a dit aux personnes d’appeler. Demandez à la personne qui exploite Keel de les lire chez le fournisseur de textos.',
      refusals:
        'Quelqu’un a été refusé {{value}} fois en un quart d’heure, comme un programme qui essaie ce qui lui est interdit. Demandez à la personne qui exploite Keel de chercher dans le journal qui c’est ; mettez fin à une clé de votre clinique qui fait cela sous Réglages, Clés d’API.',
      sms_failing:
        '{{value}} % des derniers textos n’ont pas été pris par le fournisseur. Ceux en attente sont réessayés ; appelez qui ne peut pas attendre.',
    },
  },
);
