import { choice, CONSENT, longText, multiChoice, number, scale, soapSection, text } from './words.js';

const RISK = {
  none: ['None disclosed', 'Aucun signalé'],
  passive: ['Passive thoughts', 'Idées passives'],
  active: ['Active thoughts, no plan', 'Idées actives, sans plan'],
  plan: ['Plan or intent', 'Plan ou intention'],
} as const;

export const COUNSELLING = [
  soapSection(
    'subjective',
    CONSENT,
    choice('format', ['Session format', 'Forme de la séance'], {
      in_person: ['In person', 'En personne'],
      video: ['Video', 'Vidéo'],
      phone: ['Telephone', 'Téléphone'],
    }),
    number('session_number', ['Session number', 'Numéro de la séance'], { min: 1, max: 1000 }),
    text('presenting_concern', ['Presenting concern', 'Motif de consultation']),
    longText('since_last', ['Since the last session', 'Depuis la dernière séance']),
    scale('distress', ['Distress as rated by the client (0–10)', 'Détresse selon la personne (0–10)']),
    multiChoice('symptoms', ['Reported', 'Signalé'], {
      low_mood: ['Low mood', 'Humeur basse'],
      anxiety: ['Anxiety', 'Anxiété'],
      sleep: ['Sleep problems', 'Troubles du sommeil'],
      appetite: ['Change of appetite', 'Changement d’appétit'],
      irritability: ['Irritability', 'Irritabilité'],
      substance: ['Substance use', 'Consommation de substances'],
      trauma: ['Trauma reactions', 'Réactions traumatiques'],
      relationships: ['Relationship difficulties', 'Difficultés relationnelles'],
    }),
  ),
  soapSection(
    'objective',
    text('appearance', ['Appearance and behaviour', 'Apparence et comportement']),
    text('mood', ['Mood, in the client’s words', 'Humeur, selon ses mots']),
    choice('affect', ['Affect', 'Affect'], {
      congruent: ['Congruent', 'Congruent'],
      flat: ['Flat', 'Plat'],
      labile: ['Labile', 'Labile'],
      restricted: ['Restricted', 'Restreint'],
    }),
    text('thought', ['Thought process and content', 'Cours et contenu de la pensée']),
    text('orientation', ['Orientation, memory, insight', 'Orientation, mémoire, autocritique']),
    choice('suicide_risk', ['Suicide', 'Suicide'], RISK),
    choice('harm_risk', ['Harm to others', 'Danger pour autrui'], RISK),
    longText('safety_plan', ['Safety plan and protective factors', 'Plan de sécurité et facteurs de protection']),
  ),
  soapSection(
    'assessment',
    choice('progress', ['Progress to goals', 'Progrès vers les objectifs'], {
      improved: ['Improved', 'Amélioration'],
      same: ['No change', 'Sans changement'],
      worse: ['Worse', 'Détérioration'],
      achieved: ['Achieved', 'Atteints'],
    }),
    longText('themes', ['Themes and formulation', 'Thèmes et formulation']),
  ),
  soapSection(
    'plan',
    multiChoice('interventions', ['Interventions', 'Interventions'], {
      cbt: ['Cognitive behavioural', 'Cognitivo-comportementale'],
      dbt: ['Dialectical behavioural skills', 'Compétences dialectiques'],
      act: ['Acceptance and commitment', 'Acceptation et engagement'],
      emdr: ['EMDR', 'EMDR'],
      motivational: ['Motivational interviewing', 'Entretien motivationnel'],
      narrative: ['Narrative', 'Narrative'],
      psychoeducation: ['Psychoeducation', 'Psychoéducation'],
      mindfulness: ['Mindfulness', 'Pleine conscience'],
    }),
    longText('homework', ['Between sessions', 'Entre les séances']),
    text('referral', ['Referral or consultation', 'Orientation ou consultation']),
  ),
];
