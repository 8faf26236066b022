import { untilFetched } from './lazy-drawer.js';

/** A part whose first fetch fails as one does without a network. */
const aPart = (name: string, first: Promise<unknown> = Promise.reject(new TypeError('Failed to fetch'))) => {
  let tries = 0;
  return () => (tries++ === 0 ? first.then(() => name) : Promise.resolve(name));
};

const addStyles = (href: string): HTMLLinkElement => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  document.head.append(link);
  return link;
};
const styles = () => [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};
const comes = async (link: HTMLLinkElement | undefined) => {
  link?.dispatchEvent(new Event('load'));
  await settle();
};
const networkReturns = async () => {
  dispatchEvent(new Event('online'));
  await settle();
};

describe('a part that is fetched until it comes', () => {
  afterEach(() => styles().forEach((link) => link.remove()));

  it('brings its styles, which the first try did not, and waits for them', async () => {
    const link = addStyles('/part.css');
    const fetched: string[] = [];
    void untilFetched(aPart('palette')).then((part) => fetched.push(part));
    link.dispatchEvent(new Event('error'));
    await settle();
    await networkReturns();
    expect(styles()[0]).not.toBe(link);
    expect(fetched).toEqual([]);
    await comes(styles()[0]);
    expect(fetched).toEqual(['palette']);
  });

  it('comes with another one that waits for the same styles', async () => {
    addStyles('/both.css').dispatchEvent(new Event('error'));
    const fetched: string[] = [];
    for (const name of ['watch', 'palette']) void untilFetched(aPart(name)).then((part) => fetched.push(part));
    await settle();
    await networkReturns();
    for (const link of styles()) await comes(link);
    expect(fetched.sort()).toEqual(['palette', 'watch']);
  });

  it('takes nothing from another one whose styles are still on their way', async () => {
    const link = addStyles('/slow.css');
    const came = new Promise((resolve) => link.addEventListener('load', resolve));
    const fetched: string[] = [];
    void untilFetched(aPart('palette', came)).then((part) => fetched.push(part));
    void untilFetched(aPart('watch'));
    await settle();
    await networkReturns();
    expect(styles()[0]).toBe(link);
    await comes(link);
    expect(fetched).toEqual(['palette']);
  });

  it('asks once more for styles that fail again', async () => {
    addStyles('/far.css').dispatchEvent(new Event('error'));
    const fetched: string[] = [];
    void untilFetched(aPart('palette')).then((part) => fetched.push(part));
    await settle();
    await networkReturns();
    styles()[0]?.dispatchEvent(new Event('error'));
    await settle();
    await networkReturns();
    await comes(styles()[0]);
    expect(fetched).toEqual(['palette']);
  });
});
