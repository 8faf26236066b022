import { BullModule } from '@nestjs/bullmq';
import { Module, type Type } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { PatientsModule } from '../patients/index.js';
import { Purges, Resealing, TimelineWording } from '../platform/index.js';
import { SchedulingModule } from '../scheduling/index.js';
import { AccountAlertKind } from './kinds/account-alert.kind.js';
import { AddressProofKind } from './kinds/address-proof.kind.js';
import { ChartOpenedKind } from './kinds/chart-opened.kind.js';
import { ConversationKinds } from './kinds/conversation.kinds.js';
import { MessageKinds } from './kinds/message-kinds.js';
import { PasswordResetKind } from './kinds/password-reset.kind.js';
import { ReminderKind } from './kinds/reminder.kind.js';
import { ReminderListeners } from './kinds/reminder.listeners.js';
import { RightsNoticeKind } from './kinds/rights-notice.kind.js';
import { StaffInvitationKind } from './kinds/staff-invitation.kind.js';
import { CorrectedAddresses } from './messages/corrected-addresses.js';
import { MessageStates } from './messages/message-states.js';
import { MessageWork } from './messages/message-work.js';
import type { MessageKind } from './messages/message.entity.js';
import { MessagesController } from './messages/messages.controller.js';
import { MessagesService } from './messages/messages.service.js';
import { NewsOfAppointments } from './messages/news-of-appointments.js';
import { PastReminders } from './messages/past-reminders.js';
import { ReminderOutlook } from './messages/reminder-outlook.js';
import { ReminderPlans } from './messages/reminder-plans.js';
import { AppointmentRemindersController } from './messages/appointment-reminders.controller.js';
import { MessagingListeners } from './messaging.listeners.js';
import { MESSAGING_TIMELINE } from './messaging.timeline.js';
import { ReminderRulesController } from './rules/reminder-rules.controller.js';
import { ReminderRulesService } from './rules/reminder-rules.service.js';
import { Allowance } from './sending/allowance.js';
import { Composer } from './sending/composer.js';
import { EmailChannel } from './sending/email.channel.js';
import { MessageClock } from './sending/message-clock.js';
import { MessageSender } from './sending/message-sender.js';
import { EmailProcessor, SmsProcessor, StaffMailProcessor } from './sending/messages.processor.js';
import { POOLS, queueOf } from './sending/pools.js';
import { Preparation } from './sending/preparation.js';
import { Providers } from './sending/providers.js';
import { ReminderFactsReader } from './sending/reminder-facts.js';
import { SendingWatches } from './sending/sending-watches.js';
import { SmsChannel } from './sending/sms.channel.js';
import { UnansweredSms } from './sending/unanswered-sms.js';
import { AppointmentFactsReader } from './sending/appointment-facts.js';
import { MessageTemplatesController } from './templates/message-templates.controller.js';
import { MessageTemplatesService } from './templates/message-templates.service.js';
import { Conversations } from './webhooks/conversations.js';
import { InboundSms } from './webhooks/inbound-sms.js';
import { LateAnswers } from './webhooks/late-answers.js';
import { LiveAppointments } from './webhooks/live-appointments.js';
import { MissedTexts } from './webhooks/missed-texts.js';
import { StatusCallbacks } from './webhooks/status-callbacks.js';
import { TwilioSignature } from './webhooks/twilio-signature.js';
import { AppointmentAnswers } from './webhooks/appointment-answers.js';
import { AppointmentReplies } from './webhooks/appointment-replies.js';
import { ClinicAnswers } from './webhooks/clinic-answers.js';
import { OpenWishes } from './webhooks/open-wishes.js';
import { TwilioController } from './webhooks/twilio.controller.js';

/** Each kind's own file, which says all that is particular to it. */
const KINDS: Readonly<Record<MessageKind, Type>> = {
  reminder: ReminderKind,
  staff_invitation: StaffInvitationKind,
  password_reset: PasswordResetKind,
  rights_notice: RightsNoticeKind,
  address_proof: AddressProofKind,
  chart_opened: ChartOpenedKind,
  account_alert: AccountAlertKind,
  reply: ConversationKinds,
  received: ConversationKinds,
};

/**
 * Roof. Owns: reminder rules, message texts, messages and their attempts, opt-outs. Emits message.sent, message.delivered,
 * message.delayed, message.failed, message.unknown, message.received. Listens to its own message.sent, .delivered,
 * .failed and .unknown, to appointment.booked, .moved, .restored, .unarrived, .cancelled, .no_show, patient.updated, staff.invited,
 * password.reset_requested, address.proof_requested, account.alerted, clinic.proved and chart.opened.
 */
@Module({
  imports: [IdentityModule, PatientsModule, SchedulingModule, BullModule.registerQueue(...POOLS.map((pool) => ({ name: queueOf(pool) })))],
  controllers: [ReminderRulesController, MessageTemplatesController, MessagesController, AppointmentRemindersController, TwilioController],
  providers: [
    ReminderRulesService,
    MessageTemplatesService,
    MessagesService,
    MessageStates,
    MessageWork,
    CorrectedAddresses,
    NewsOfAppointments,
    PastReminders,
    ReminderOutlook,
    ReminderPlans,
    ReminderFactsReader,
    MessagingListeners,
    MessageKinds,
    ...new Set(Object.values(KINDS)),
    ReminderListeners,
    AppointmentFactsReader,
    Allowance,
    Composer,
    Preparation,
    EmailChannel,
    SmsChannel,
    Providers,
    UnansweredSms,
    SendingWatches,
    MessageSender,
    SmsProcessor,
    EmailProcessor,
    StaffMailProcessor,
    MessageClock,
    TwilioSignature,
    StatusCallbacks,
    Conversations,
    InboundSms,
    LateAnswers,
    MissedTexts,
    LiveAppointments,
    AppointmentAnswers,
    AppointmentReplies,
    ClinicAnswers,
    OpenWishes,
  ],
  exports: [PastReminders],
})
export class MessagingModule {
  constructor(purges: Purges, timeline: TimelineWording, resealing: Resealing) {
    timeline.add(MESSAGING_TIMELINE);
    purges.add('purge_sending_counts');
    resealing.add({ table: 'message', column: 'content', patientId: 'patient_id' });
  }
}
