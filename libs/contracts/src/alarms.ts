/** What somebody must be told of before a clinic notices it; each clears by itself once its cause is gone. */
export const ALARM_CODES = [
  /** Deliveries of events that were given up, and not done since. */
  'dead_letters',
  /** Seconds that the oldest event waits to be handled. */
  'event_backlog',
  /** Mebibytes that are free where the data lies. */
  'disk_space',
  /** Percent of the messages of the last quarter of an hour that began to leave more than a minute after their time. */
  'messages_late',
  /** Percent of the last quarter of an hour's hand-overs by e-mail that the provider did not take. */
  'email_failing',
  /** The same for SMS. */
  'sms_failing',
  /** Texts of the last day from phones that no clinic knows, or that several do. */
  'stray_texts',
  /** Clinics whose audit chain is not whole: rows or seals were changed, removed or planted. */
  'audit_broken',
  /** Hours since the newest backup that was restored once to see that it can be. */
  'backup_stale',
  /** Seconds since all of the closed database log was last safe where the backups lie. */
  'log_not_archived',
  /** The most refusals that one person, key or network had in a quarter of an hour. */
  'refusals',
] as const;
export type AlarmCode = (typeof ALARM_CODES)[number];
