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
// A text that grows with its lines measures anew when a font has come.
globalThis.document.fonts = new EventTarget();
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
