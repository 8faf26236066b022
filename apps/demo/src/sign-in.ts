/** How to look around in the demo clinic; `npm start` prints it. Each practitioner has the same password. */
export const DEMO_SIGN_IN = { email: 'demo@keel.example', password: 'a quiet demo clinic' } as const;

export const DEMO_SLUG = 'northpine';
