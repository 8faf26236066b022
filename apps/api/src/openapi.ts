import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemDetailsDto, routeOf } from './platform/index.js';

/** Its page shows itself by these; nothing is fetched from elsewhere. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** The API's description, generated from controllers and DTOs. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Keel')
    .setDescription(
      'One API for the staff app and for programs. Money is whole cents; instants are RFC 3339 in UTC; civil dates are YYYY-MM-DD. ' +
        'Errors are application/problem+json (RFC 9457) with a stable code. Send the ETag of a record in If-Match to change it.',
    )
    .setVersion('1')
    .addCookieAuth('__Host-keel', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key: keel_…' }, 'key')
    .addSecurityRequirements('session')
    .addSecurityRequirements('key')
    .build();
  const document = SwaggerModule.createDocument(app, options, {
    operationIdFactory: (controller, method) =>
      `${lowerFirst(controller.replace(/Controller$/, ''))}${method[0]?.toUpperCase() ?? ''}${method.slice(1)}`,
    extraModels: [ProblemDetailsDto],
  });
  // Every route refuses in the same shape.
  const refusal = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDetailsDto) } } },
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of [item.get, item.put, item.post, item.patch, item.delete])
      if (operation) operation.responses['default'] = refusal;
  }
  sortEnums(document);
  return document;
}

/** Serves the description at /api/v1/openapi.json and a page to browse it at /api/docs. */
export function serveDescription(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    if (routeOf(request)?.startsWith('/api/docs')) void reply.header('content-security-policy', PAGE_POLICY);
  });
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    yamlDocumentUrl: 'api/v1/openapi.yaml',
  });
}

/** The compiler lists a union in the order in which it met its members, which changes from build to build. */
function sortEnums(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'enum' && Array.isArray(value)) value.sort((a, b) => String(a).localeCompare(String(b), 'en'));
    else sortEnums(value);
  }
}

function lowerFirst(text: string): string {
  return `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`;
}
