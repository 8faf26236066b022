import { choose } from '../../shell/page/words.js';

const en = { title: 'Mailbox', email: 'E-mail', to: 'To:', from: 'From:', plain: 'Plain text', html: 'As designed' };
const fr = { title: 'Boîte de réception', email: 'Courriel', to: 'À :', from: 'De :', plain: 'Texte brut', html: 'Mis en page' };

export const words = choose(en, fr);
