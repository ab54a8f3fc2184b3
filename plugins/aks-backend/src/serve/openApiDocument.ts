import { z } from 'zod';
import { Route } from './Route';

/** Describes routes as an OpenAPI 3.1 document. */
export function openApiDocument(routes: readonly Route[]) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'AKS',
      version: 'v1',
      description:
        'What the portal knows of clusters and of the services on them. Answers hold only what the caller may see, and are conditional: send the ETag of the last one as If-None-Match.',
    },
    servers: [{ url: '/api/aks' }],
    components: {
      securitySchemes: {
        backstage: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
    security: [{ backstage: [] }],
    paths: Object.fromEntries(
      routes.map(route => [
        route.path.replaceAll(/:(\w+)/g, '{$1}'),
        { [route.method]: operation(route) },
      ]),
    ),
  };
}

function operation({ path, summary, permissions, query, answer }: Route) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const parameters = [...inPath, ...queryParameters(query)];
  return {
    summary,
    ...(permissions && {
      description: `Needs ${permissions.join(', ')}.`,
    }),
    parameters,
    responses: {
      200: {
        description: 'As the caller may see it',
        content: {
          'application/json': { schema: z.toJSONSchema(answer) },
        },
      },
      304: { description: 'Nothing changed since the ETag that was sent' },
      401: { description: 'No valid credentials' },
      ...(query && { 400: { description: 'The query cannot be used' } }),
      ...(inPath.length > 0 && {
        400: { description: "The entity's annotations cannot be used" },
        404: { description: 'No such entity that the caller may read' },
      }),
    },
  };
}

function queryParameters(query: Route['query']) {
  const { properties = {} } = query
    ? z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' })
    : {};
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }));
}
