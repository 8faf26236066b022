// What a browser has and jsdom does not, as far as components ask for it: nothing is wide or dark, and nothing changes its size.
globalThis.matchMedia = (media) => ({
  media,
  matches: false,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
});
globalThis.TextEncoder = require('node:util').TextEncoder;
globalThis.scrollTo = () => undefined;
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
