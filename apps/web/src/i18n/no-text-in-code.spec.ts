import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SOURCE = join(process.cwd(), 'apps/web/src');
/** Attributes whose value a person reads or hears. */
const READ = new Set(['alt', 'aria-label', 'aria-description', 'description', 'label', 'placeholder', 'title', 'error', 'nothingFound']);
/** The same in every language: the product, the languages' own names, keys of the keyboard, and examples of what to type. */
const NAMES = new Set(['Keel', 'EN', 'FR', 'English', 'Français', 'Ctrl', 'Ctrl K', 'Esc', 'Enter', 'Shift', 'Alt']);

/** Words of a file that stand in the code instead of in a book of words. */
function wordsInCode(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (words: string) => {
    const trimmed = words.trim();
    if (/\p{L}{2}/u.test(trimmed) && !NAMES.has(trimmed)) found.push(`${file}: ${trimmed}`);
  };
  const appointment = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression) && !ts.isJsxAttribute(node.parent)) {
      note(node.expression.text);
    }
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && ts.isStringLiteralLike(value)) note(value.text);
    }
    ts.forEachChild(node, appointment);
  };
  appointment(source);
  return found;
}

it('finds no text in code: every word stands in a book, in both languages', () => {
  expect(
    globSync('**/*.tsx', { cwd: SOURCE, exclude: (name) => name.includes('spec') })
      .sort()
      .flatMap(wordsInCode),
  ).toEqual([]);
});
