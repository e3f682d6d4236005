/** The description of the open interface, OpenAPI 3.1, printed from the schemas that its answers pass through. */
import { z } from 'zod'
import type { Messages } from '#content/messages/ru.ts'
import { repeatable } from './asking.ts'
import type { Resource } from './resource.ts'
import { named } from './shapes.ts'

type Json = Record<string, unknown>
const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const components = { uri: (id: string) => `#/components/schemas/${id}` }

export interface Described {
  /** the whole address of /api/v1 */
  base: string
  name: string
  licence: string
  rate: { count: number; minutes: number }
  words: Messages['api']
}

/** The whole document. */
export function openapiOf(resources: readonly Resource[], { base, name, licence, rate, words }: Described) {
  const description = [words.about, words.pages, words.limits(rate.count, rate.minutes), licence].join('\n\n')
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: words.title(name), version: '1', description },
    servers: [{ url: base }],
    paths: Object.fromEntries(
      resources.map((resource) => [resource.path, { get: operationOf(resource, words) }]),
    ),
    components: { schemas: schemasOf(resources, words) },
  }
}

function operationOf({ id, path, query }: Resource, words: Messages['api']) {
  const schema = { $ref: components.uri(answerName(id)) }
  const headers = { ETag: { schema: { type: 'string' } } }
  return {
    operationId: id,
    summary: words.resources[id],
    parameters: [...pathParameters(path), ...queryParameters(query, words)],
    responses: {
      200: { description: words.answers.ok, headers, content: { 'application/json': { schema } } },
      ...(id === 'readExpert' ? { 301: { description: words.answers.moved } } : {}),
      304: { description: words.answers.unchanged },
      ...Object.fromEntries(
        ['400', ...(path.includes('{') ? ['404'] : []), '429', '500'].map((status) => [
          status,
          { description: words.refusals[status], content: problem },
        ]),
      ),
    },
  }
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true },
    schema: name === 'number' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }))
}

function queryParameters(query: z.ZodObject, words: Messages['api']): Json[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => {
    const many = typeof schema === 'object' && schema.type === 'array' && repeatable.has(name)
    return {
      ...{ name, in: 'query', required: false, description: words.parameters[name], schema },
      ...(many ? { style: 'form', explode: true } : {}),
    }
  })
}

const answerName = (id: string) => `${id[0]?.toUpperCase()}${id.slice(1)}Answer`

/** Every named schema, and the answer of each resource; what may stand in one is all that is named in it. */
function schemasOf(resources: readonly Resource[], words: Messages['api']): Json {
  const all = z.registry<{ id: string }>()
  for (const [schema, id] of named) all.add(schema, { id })
  for (const { id, answer } of resources) all.add(answer, { id: answerName(id) })
  const { schemas } = z.toJSONSchema(all, { ...components, io: 'output' })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, told(id, schema, words)]),
  )
}

function told(id: string, schema: Json, words: Messages['api']): Json {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>).map(
    ([name, property]) => {
      const description = words.fields[`${id}.${name}`]
      return [name, description ? { ...property, description } : property]
    },
  )
  return properties.length > 0 ? { ...schema, properties: Object.fromEntries(properties) } : schema
}
