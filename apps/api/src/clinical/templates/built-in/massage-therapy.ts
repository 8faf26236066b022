import {
  askedAfter,
  bodyChart,
  bodyRegion,
  checkbox,
  choice,
  CONSENT,
  longText,
  multiChoice,
  number,
  scale,
  soapSection,
  text,
} from './words.js';

export const MASSAGE_THERAPY = [
  soapSection(
    'subjective',
    CONSENT,
    checkbox('sensitive_area_consent', [
      'Written consent for sensitive areas on file, where they are treated',
      'Consentement écrit pour les zones sensibles au dossier, si elles sont traitées',
    ]),
    checkbox('history_reviewed', ['Health history reviewed, changes noted', 'Antécédents revus, changements notés']),
    text('chief_complaint', ['Reason for today’s visit', 'Raison de la visite']),
    bodyRegion('areas_of_complaint', ['Areas of complaint', 'Régions douloureuses']),
    scale('pain_before', ['Pain before treatment (0–10)', 'Douleur avant le traitement (0–10)']),
    multiChoice('contraindications', ['Contraindications and cautions', 'Contre-indications et précautions'], {
      none: ['None', 'Aucune'],
      acute_inflammation: ['Acute inflammation', 'Inflammation aiguë'],
      dvt_risk: ['Risk of thrombosis', 'Risque de thrombose'],
      anticoagulant: ['Anticoagulant', 'Anticoagulant'],
      skin: ['Skin condition', 'Affection cutanée'],
      pregnancy: ['Pregnancy', 'Grossesse'],
      hypertension: ['Uncontrolled hypertension', 'Hypertension non maîtrisée'],
    }),
  ),
  soapSection(
    'objective',
    longText('posture', ['Posture', 'Posture']),
    longText('palpation', ['Palpation: tone, tenderness, texture, temperature', 'Palpation : tonus, sensibilité, texture, température']),
    longText('range_of_motion', ['Range of motion before and after', 'Amplitude de mouvement avant et après']),
    longText('tests', ['Orthopaedic tests', 'Tests orthopédiques']),
    bodyRegion('areas_treated', ['Areas treated', 'Régions traitées']),
    multiChoice('techniques', ['Techniques', 'Techniques'], {
      swedish: ['Swedish massage', 'Massage suédois'],
      deep_tissue: ['Deep tissue', 'Tissus profonds'],
      myofascial: ['Myofascial release', 'Relâchement myofascial'],
      trigger_point: ['Trigger points', 'Points gâchettes'],
      lymphatic: ['Manual lymphatic drainage', 'Drainage lymphatique manuel'],
      joint_mobilisation: ['Joint mobilisation', 'Mobilisation articulaire'],
      stretching: ['Stretching', 'Étirements'],
      hydrotherapy: ['Hydrotherapy', 'Hydrothérapie'],
    }),
    choice('pressure', ['Pressure', 'Pression'], {
      light: ['Light', 'Légère'],
      moderate: ['Moderate', 'Moyenne'],
      firm: ['Firm', 'Forte'],
    }),
    choice('position', ['Position', 'Position'], {
      prone: ['Prone', 'Ventrale'],
      supine: ['Supine', 'Dorsale'],
      side_lying: ['Side-lying', 'Latérale'],
      seated: ['Seated', 'Assise'],
      several: ['Several', 'Plusieurs'],
    }),
    number('minutes', ['Hands-on time', 'Temps de traitement'], { min: 0, max: 240, unit: 'min' }),
  ),
  soapSection(
    'assessment',
    scale('pain_after', ['Pain after treatment (0–10)', 'Douleur après le traitement (0–10)']),
    longText('response', ['Response to treatment, adverse reactions', 'Réponse au traitement, effets indésirables']),
  ),
  soapSection(
    'plan',
    longText('self_care', ['Self-care and home exercises', 'Autosoins et exercices à domicile']),
    text('frequency', ['Recommended frequency', 'Fréquence recommandée']),
    longText('next_visit', ['Focus of the next visit', 'Priorités de la prochaine visite']),
  ),
];

/** With a drawing beside the named places. */
export const MASSAGE_THERAPY_2 = askedAfter(
  MASSAGE_THERAPY,
  'areas_of_complaint',
  bodyChart('body_chart', ['Body chart', 'Schéma corporel']),
);
