// Source files import each other as they run, with `.js`; under jest the TypeScript beside it is what exists.
module.exports = (request, options) => {
  if (/^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes('node_modules')) {
    for (const extension of ['.ts', '.tsx']) {
      try {
        return options.defaultResolver(request.replace(/\.js$/, extension), options);
      } catch {
        // Not this one: try the next, then the name as it stands.
      }
    }
  }
  return options.defaultResolver(request, options);
};
