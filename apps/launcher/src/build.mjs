// Compiles every TypeScript project of the solution, in order, each only where something changed, then bundles the API and the web app; with the folder of
// one project, that and what it needs alone. The OpenAPI plugin of
// @nestjs/swagger runs as a transformer, so that DTO classes document themselves without a decorator a field.
import ts from 'typescript';
import { before as swaggerPlugin } from '@nestjs/swagger/plugin';
import { bundleApi } from './bundle-api.mjs';
import { bundleWeb } from './bundle-web.mjs';

const root = new URL('../../../', import.meta.url).pathname;
const [only] = process.argv.slice(2);
const formatHost = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};
let errors = 0;
const report = (diagnostic) => {
  if (diagnostic.category === ts.DiagnosticCategory.Error) errors++;
  process.stderr.write(ts.formatDiagnosticsWithColorAndContext([diagnostic], formatHost));
};

const host = ts.createSolutionBuilderHost(ts.sys, ts.createEmitAndSemanticDiagnosticsBuilderProgram, report, () => {});
const builder = ts.createSolutionBuilder(host, [`${root}${only ? `${only}/` : ''}tsconfig.json`], {});
const pluginOptions = { introspectComments: true, classValidatorShim: true, esmCompatible: true };

for (let project = builder.getNextInvalidatedProject(); project; project = builder.getNextInvalidatedProject()) {
  if (project.kind === ts.InvalidatedProjectKind.Build) {
    const program = project.getProgram();
    const transformers = program ? { before: [swaggerPlugin(pluginOptions, program)] } : {};
    project.emit(undefined, undefined, undefined, undefined, transformers);
  }
  project.done();
}
const bundled = errors === 0 && (only !== undefined || ((await bundleApi(root)) && (await bundleWeb(root))));
process.exit(bundled ? 0 : 1);
