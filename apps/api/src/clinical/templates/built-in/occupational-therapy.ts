import { choice, CONSENT, longText, multiChoice, scale, soapSection, text } from './words.js';

const INDEPENDENCE = {
  independent: ['Independent', 'Autonome'],
  modified: ['Independent with equipment', 'Autonome avec équipement'],
  supervision: ['Supervision', 'Supervision'],
  minimal: ['Minimal assistance', 'Aide minimale'],
  moderate: ['Moderate assistance', 'Aide modérée'],
  maximal: ['Maximal assistance', 'Aide maximale'],
  dependent: ['Dependent', 'Dépendant'],
} as const;

export const OCCUPATIONAL_THERAPY = [
  soapSection(
    'subjective',
    CONSENT,
    text('referral_reason', ['Reason for referral', 'Motif de la demande']),
    longText('occupational_profile', [
      'Occupational profile: roles, routines, what matters',
      'Profil occupationnel : rôles, routines, ce qui compte',
    ]),
    longText('priorities', ['Occupational performance issues, as the client ranks them', 'Enjeux occupationnels, par ordre de priorité']),
    scale('performance', ['Client’s rating of performance (1–10)', 'Rendement selon la personne (1–10)'], 1, 10),
    scale('satisfaction', ['Client’s satisfaction with it (1–10)', 'Satisfaction selon la personne (1–10)'], 1, 10),
    longText('environment', ['Home, work and social environment', 'Milieu de vie, travail et soutien']),
    scale('pain', ['Pain (0–10)', 'Douleur (0–10)']),
    scale('fatigue', ['Fatigue (0–10)', 'Fatigue (0–10)']),
  ),
  soapSection(
    'objective',
    choice('bathing', ['Bathing', 'Bain et douche'], INDEPENDENCE),
    choice('dressing', ['Dressing', 'Habillage'], INDEPENDENCE),
    choice('toileting', ['Toileting', 'Toilette'], INDEPENDENCE),
    choice('feeding', ['Eating', 'Alimentation'], INDEPENDENCE),
    choice('transfers', ['Transfers', 'Transferts'], INDEPENDENCE),
    choice('mobility', ['Mobility', 'Mobilité'], INDEPENDENCE),
    longText('instrumental', ['Meals, medication, money, transport, housework', 'Repas, médicaments, argent, transport, tâches']),
    longText('upper_limb', ['Upper limb: range, strength, grip, dexterity', 'Membre supérieur : amplitude, force, préhension, dextérité']),
    longText('cognition', [
      'Cognition: attention, memory, executive function, insight',
      'Cognition : attention, mémoire, fonctions exécutives, autocritique',
    ]),
    longText('perception', ['Vision, perception and sensation', 'Vision, perception et sensation']),
    longText('standardised', ['Standardised assessments and scores', 'Évaluations standardisées et scores']),
  ),
  soapSection(
    'assessment',
    multiChoice('barriers', ['Barriers to occupation', 'Obstacles à l’occupation'], {
      physical: ['Physical', 'Physiques'],
      cognitive: ['Cognitive', 'Cognitifs'],
      affective: ['Affective', 'Affectifs'],
      environment: ['Environment', 'Environnement'],
      safety: ['Safety', 'Sécurité'],
    }),
    choice('fall_risk', ['Risk of falls', 'Risque de chute'], {
      low: ['Low', 'Faible'],
      moderate: ['Moderate', 'Modéré'],
      high: ['High', 'Élevé'],
    }),
    longText('goals', ['Occupational goals, with measure and date', 'Objectifs occupationnels, avec mesure et échéance']),
  ),
  soapSection(
    'plan',
    multiChoice('interventions', ['Interventions', 'Interventions'], {
      adl_training: ['Training in daily activities', 'Entraînement aux activités quotidiennes'],
      energy: ['Energy conservation', 'Gestion de l’énergie'],
      splint: ['Splint', 'Orthèse'],
      equipment: ['Equipment', 'Aides techniques'],
      home_modification: ['Home modification', 'Adaptation du domicile'],
      cognitive: ['Cognitive strategies', 'Stratégies cognitives'],
      ergonomics: ['Ergonomics', 'Ergonomie'],
      return_to_work: ['Return to work', 'Retour au travail'],
      caregiver: ['Caregiver training', 'Formation des proches'],
    }),
    longText('equipment_recommended', ['Equipment recommended, with funding', 'Équipement recommandé, avec financement']),
    longText('home_programme', ['Home programme', 'Programme à domicile']),
  ),
];
