import type { TimelineWords } from '../platform/index.js';

export const MESSAGING_TIMELINE: TimelineWords = {
  'message.sent': {
    en: (say) => `Reminded by ${say.channel}`,
    fr: (say) => `Rappel envoyé par ${say.channel}`,
    namesAppointment: true,
  },
  // Not "reçu", which reads as if the patient had written it.
  'message.delivered': { en: (say) => `Message delivered by ${say.channel}`, fr: (say) => `Message livré par ${say.channel}` },
  'message.failed': { en: (say) => `Message by ${say.channel} failed`, fr: (say) => `Échec du message par ${say.channel}` },
  'message.unknown': {
    en: (say) => `Message by ${say.channel}: not known whether it arrived`,
    fr: (say) => `Message par ${say.channel}\u00a0: on ne sait pas s’il est arrivé`,
  },
  'message.received': { en: (say) => `The patient wrote by ${say.channel}`, fr: (say) => `Le patient a écrit par ${say.channel}` },
};
