import type { AnsweredSection, Profession } from '@keel/contracts';
import { draw } from './cast.js';

type Soap = Readonly<Record<'subjective' | 'objective' | 'assessment' | 'plan', readonly string[]>>;

/** Sentences that a note of the profession is put together from. */
const TEXTS: Readonly<Record<Profession, Soap>> = {
  physiotherapist: {
    subjective: [
      'Low back pain 4/10 after sitting, down from 6/10 last visit. Sleeps through the night again.',
      'Right shoulder aches when reaching overhead; no numbness. Exercises done four days of seven.',
      'Knee feels stable on stairs. Some stiffness in the morning for ten minutes.',
    ],
    objective: [
      'Lumbar flexion to mid-shin, extension 20°. Straight leg raise 75° both sides, no neural signs.',
      'Shoulder abduction 150° active, 165° passive, painful arc 90–120°. Strength 4/5 external rotation.',
      'Knee flexion 125°, extension full. Single-leg squat ×8 with mild valgus.',
    ],
    assessment: ['Improving mechanical low back pain; tolerates loading.', 'Subacromial pain, responding to cuff loading.', 'Good recovery six weeks after sprain.'],
    plan: ['Progress hip hinge to 12 kg, 3×10. Review in one week.', 'Add banded external rotation 3×12. Manual therapy as needed. Two visits more.', 'Start step-downs; return to jogging intervals if pain stays under 3/10.'],
  },
  massage_therapist: {
    subjective: ['Neck and upper back tension from desk work, 5/10. Headache twice this week.', 'Tight calves after long run; no sharp pain. Consent to treatment given.'],
    objective: ['Hypertonic upper trapezius and levator, right more than left. Tender points at the occiput.', 'Gastrocnemius and soleus shortened; ankle dorsiflexion 5° less on the left.'],
    assessment: ['Muscular tension, likely postural.', 'Delayed soreness with shortened plantar flexors.'],
    plan: ['Swedish and myofascial release 60 min; stretches shown. Return in two weeks.', 'Trigger point and petrissage 60 min. Hydration and calf stretch twice daily.'],
  },
  foot_care_nurse: {
    subjective: ['No pain when walking. Checks feet every evening. Last HbA1c 7.1 % by own report.', 'Thick nails hard to cut alone. No wounds noticed.'],
    objective: ['Skin intact, dry heels. Pedal pulses palpable both sides. Monofilament felt at 9 of 10 sites.', 'Onychauxis of both great toes. Callus under the right first metatarsal head. No maceration.'],
    assessment: ['Low-risk diabetic foot.', 'Thickened nails and plantar callus, no sign of infection.'],
    plan: ['Nails trimmed and filed, emollient to heels. Footwear advice. Return in eight weeks.', 'Debrided callus, reduced nails. Felt padding applied. Return in six weeks.'],
  },
  occupational_therapist: {
    subjective: ['Manages dressing alone, needs help with the bath. Wants to cook again.', 'Fatigue after one hour at the computer; breaks help. Returning to work three half-days.'],
    objective: ['Transfers with a grab bar, supervised. Grip 18 kg right, 24 kg left. Kitchen task completed with two prompts.', 'Workstation assessed by video: screen low, forearms unsupported.'],
    assessment: ['Gaining independence in self-care; balance limits bathing.', 'Graded return is realistic; pacing and set-up are the levers.'],
    plan: ['Order bath board. Practise one-handed cutting with adapted board.', 'Raise screen, add forearm rest, 25/5 pacing. Plan to four half-days next week.'],
  },
  counsellor: {
    subjective: ['Reports fewer anxious mornings. Argument with partner handled by taking a break.', 'Low mood most afternoons; walks help. No thoughts of self-harm, asked directly.'],
    objective: ['Calm, good eye contact, speech fluent. Engaged in the session.', 'Tearful at first, settled with grounding. Oriented, thought form coherent.'],
    assessment: ['Anxiety lessening; uses skills between sessions.', 'Mild depressive symptoms with protective routine.'],
    plan: ['Continue thought records; practise worry time. Next session in two weeks.', 'Behavioural activation: three planned walks. Review safety plan at every visit.'],
  },
};

/** Plain SOAP, which every template takes, in sentences of the profession. */
export function noteSections(profession: Profession, seed: string): AnsweredSection[] {
  const texts = TEXTS[profession];
  return (['subjective', 'objective', 'assessment', 'plan'] as const).map((key) => {
    const choices = texts[key];
    return { key, answers: [{ key, value: choices[draw(choices.length, seed)] ?? '' }] };
  });
}
