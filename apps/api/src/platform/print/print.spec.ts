import { canReadPdf, pagesOf, structureOf, wordsOf } from '../../testing/pdf.js';
import type { Block, PrintDocument, Table } from './print-document.js';
import { print } from './print.js';

const SERVICES: Omit<Table, 'rows'> = {
  kind: 'table',
  columns: [
    { title: 'Service', width: 70, align: 'left' },
    { title: 'Amount', width: 30, align: 'right' },
  ],
  totals: [
    { label: 'Subtotal', value: '$90.00' },
    { label: 'Tax', value: '$10.00' },
    { label: 'Total', value: '$100.00', tone: 'strong' },
  ],
};

function paper(...blocks: Block[]): PrintDocument {
  return { title: 'Receipt · Invoice 00042', locale: 'en', footer: 'Invoice 00042', blocks };
}

function tableOf(rows: number, over: Partial<Table> = {}): Table {
  return { ...SERVICES, rows: Array.from({ length: rows }, (_, row) => [`Appointment ${row + 1}.`, '$1.00']), ...over };
}

const named = (...names: string[]): PrintDocument => paper({ kind: 'facts', facts: names.map((value) => ({ label: 'Name', value })) });
const withReader = canReadPdf ? it : it.skip;

describe('a printed table', () => {
  for (const rows of [0, 1, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 200])
    withReader(`of ${rows} rows has its head on each page, each row once, and its totals in one piece at the end`, async () => {
      const pages = pagesOf(await print(paper({ kind: 'heading', level: 1, text: 'Clinic' }, tableOf(rows))));
      const last = pages.at(-1) ?? '';
      for (const words of ['Subtotal', 'Tax', 'Total']) expect(last).toContain(words);
      expect(pages.slice(0, -1).join('')).not.toMatch(/total|Tax/i);
      pages.forEach((page, index) => {
        expect(page).toContain('Service');
        expect(page).toContain(`Invoice 00042 · Page ${index + 1} of ${pages.length}`);
      });
      const found = Array.from(pages.join('').matchAll(/Appointment (\d+)\./g), ([, row]) => Number(row));
      expect(found).toEqual(Array.from({ length: rows }, (_, row) => row + 1));
      if (rows > 0) expect(last).toContain(`Appointment ${rows}.`);
    });

  withReader('breaks a row and totals that no page can hold', async () => {
    const totals = Array.from({ length: 120 }, (_, index) => ({ label: `Payment ${index + 1}.`, value: '$1.00' }));
    const row = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
    const words = wordsOf(await print(paper(tableOf(1, { rows: [[row, '$1.00']], totals }))));
    for (const one of ['word0 ', 'word899', 'Payment 1.', 'Payment 120.']) expect(words).toContain(one);
  });
});

describe('a name is printed and read back', () => {
  for (const [script, name] of [
    ['French', 'Zoé Lavoie-Tremblay'],
    ['Vietnamese, decomposed', 'Nguyễn Thị Ánh'.normalize('NFD')],
    ['Hawaiian', 'Kaʻiulani Kealoha'],
    ['Salish, Dene and Haida letters', 'X̱aayda K̓ʷan x̌ʷ Tłı̨chǫ ə̓'],
    ['Syllabics', 'ᐃᓄᒃᑎᑐᑦ ᓀᐦᐃᔭᐍᐏᐣ'],
    ['Greek', 'Ελένη Παπαδοπούλου'],
    ['Cyrillic', 'Иван Ёлкин Ђорђе'],
    ['Arabic', 'محمد بن عبد الله'],
    ['Persian and Urdu', 'خدیجہ پژمان گل'],
    ['Hebrew', 'שלום בן־דוד'],
    ['Chinese', '李娜'],
    ['Chinese, traditional', '龍應台'],
    ['Japanese', '山田さくら'],
    ['Korean', '김민수'],
    ['Devanagari', 'क्षितिज श्रीवास्तव'],
    ['Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ'],
    ['Tamil', 'ஸ்ரீதர் கோவிந்தன்'],
  ] as const)
    withReader(`in ${script}`, async () => {
      expect(wordsOf(await print(named(name)))).toContain(name.normalize('NFC'));
      expect(wordsOf(await print(paper({ kind: 'heading', level: 1, text: name })))).toContain(name.normalize('NFC'));
    });

  withReader('from the right beside one from the left', async () => {
    const words = wordsOf(await print(named('Layla ليلى Smith', 'Dr. שרה Cohen, Physiotherapist')));
    // The reader moves the blank at a turn of direction to the other side of the word.
    expect(words.replaceAll(' ', '')).toContain('LaylaليلىSmith');
    expect(words.replaceAll(' ', '')).toContain('Dr.שרהCohen,Physiotherapist');
  });

  withReader('with the letters of a pointed one', async () => {
    const words = wordsOf(await print(named('שָׁלוֹם בֶּן־דָּוִד')));
    expect(words.replaceAll(/\p{Mn}/gu, '')).toContain('שלום בן־דוד');
  });

  withReader('of 500 letters, of one long word, and of Chinese without a blank', async () => {
    const long = Array.from({ length: 100 }, (_, index) => `a${String(index).padStart(3, '0')}`).join(' ');
    const words = wordsOf(await print(named(long, 'x'.repeat(500), '漢'.repeat(300))));
    expect(words).toContain(long);
    expect(words.match(/x/g)).toHaveLength(500);
    expect(words.match(/漢/g)).toHaveLength(300);
  });

  withReader('with emoji, unknown scripts and control signs, each of which leaves a visible sign', async () => {
    const words = wordsOf(await print(named('Ann 😀', 'Bo 👩‍⚕️', 'Cy ꦗ', 'D\u0000e\u0007', 'E\ud800f', 'G\u202Etxet', 'Tab\tbed')));
    for (const one of ['Ann 😀', 'Bo 👩', 'Cy ꦗ', 'D\ufffde\ufffd', 'E\ufffdf', 'Gtxet', 'Tab bed']) expect(words).toContain(one);
  });

  withReader('though its document needs more font files than stay open', async () => {
    const rare = Array.from({ length: 40 }, (_, row) =>
      String.fromCodePoint(...Array.from({ length: 12 }, (_, i) => 0x4e_00 + (row * 12 + i) * 43)),
    );
    const words = wordsOf(await print(named(...rare, ...rare)));
    for (const one of rare) expect(words.split(one)).toHaveLength(3);
  });

  withReader('beside other documents that are printed at the same time', async () => {
    const names = ['李娜', 'محمد', 'Zoé', 'שלום', '김민수', 'ᐃᓄᒃ', '山田', 'Nguyễn'];
    const files = await Promise.all(names.map((name) => print(named(name))));
    files.forEach((file, index) => expect(wordsOf(file)).toBe(`Name ${names[index]} Invoice 00042 · Page 1 of 1 `));
  });

  it('whatever it is', async () => {
    const strange = ['', ' ', '\n\n', '\u200d', '\u0301', '\u0301'.repeat(400), '\u{10ffff}', '🏳️‍🌈'.repeat(80), '()[]{}', 'א'.repeat(300)];
    const pdf = await print(named(...strange));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a printed file', () => {
  withReader('has tags for headings, facts and tables, a language and a title', async () => {
    const facts = [{ label: 'Patient', value: 'Zoé' }];
    const pdf = await print({
      ...paper(
        { kind: 'heading', level: 1, text: 'Clinique' },
        { kind: 'paragraph', text: 'Bonjour' },
        { kind: 'facts', facts },
        tableOf(60),
      ),
      locale: 'fr',
      title: 'Reçu <1> & 2',
    });
    const { info, tags } = structureOf(pdf);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Reçu 1 {3}2|Title:\s+Reçu/);
    for (const tag of ['Document', 'H1', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'THead', 'TBody', 'TFoot'])
      expect(tags).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    // Two columns, three totals with a heading each: a repeated head is decoration, not a second head.
    expect(tags.match(/^\s*TH\b/gm)).toHaveLength(5);
    expect(tags.match(/^\s*TR\b/gm)).toHaveLength(64);
    expect(tags).toContain('Scope');
    const raw = pdf.toString('latin1');
    expect(raw).toContain('/Lang (fr-CA)');
    expect(raw).toContain('/DisplayDocTitle true');
  });

  it('carries only the letters that it uses', async () => {
    const [plain, chinese] = [await print(named('Zoé')), await print(named('李娜 山田'))];
    expect(plain.length).toBeLessThan(40_000);
    expect(chinese.length).toBeLessThan(60_000);
  });
});
