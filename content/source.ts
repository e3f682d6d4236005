/**
 * A content file that remembers its lines: YAML, or Markdown with a YAML head.
 *
 * People edit these files by hand, so every fault must name file, line and what was expected.
 * The parsed document keeps node ranges; a path (of a zod issue or of a dangling reference) is
 * resolved to the nearest node that exists.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A fault in content/, told in one line: `file:line: what was expected`. */
export class ContentError extends Error {
  override name = 'ContentError'
}

type Path = readonly PropertyKey[]

/** A checked file: its value, and the way back from a path in the value to a line. */
export type Source<T> = { file: string; value: T; body: string; fail(path: Path, expected: string): never }

/** Reads and checks one YAML file. */
export function readYaml<S extends z.ZodType>(root: string, file: string, schema: S): Source<z.output<S>> {
  return check(file, readText(root, file), 0, '', schema)
}

/** Reads one Markdown file whose head, between two lines of `---`, is YAML of the given shape. */
export function readMarkdown<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
): Source<z.output<S>> {
  const parts = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(readText(root, file))
  if (!parts) throw new ContentError(`${file}:1: expected a head between two lines of ---`)
  const [, head = '', body = ''] = parts
  return check(file, head, 1, body.trim(), schema)
}

function readText(root: string, file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')
  } catch {
    throw new ContentError(`${file}:1: expected a readable file, found none`)
  }
}

function check<S extends z.ZodType>(
  file: string,
  yaml: string,
  offset: number,
  body: string,
  schema: S,
): Source<z.output<S>> {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const failAt = (position: number, expected: string): never => {
    throw new ContentError(`${file}:${lines.linePos(position).line + offset}: ${expected}`)
  }
  const [fault] = document.errors
  if (fault)
    failAt(
      fault.pos[0],
      `expected well-formed YAML: ${fault.message.split('\n')[0]?.replace(/ at line \d+.*$/, '')}`,
    )

  const fail = (path: Path, expected: string) => failAt(positionOf(document, path), expected)
  const raw: unknown = document.toJS()
  const result = schema.safeParse(raw)
  if (result.success) return { file, value: result.data, body, fail }
  const issue = result.error.issues[0]
  if (!issue) throw new ContentError(`${file}:1: ${result.error.message}`)
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return fail([...issue.path, ...unknown], explain(issue, valueAt(raw, issue.path)))
}

function positionOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0
    }
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node.range?.[0] ?? 0
  }
  return document.contents?.range?.[0] ?? 0
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === 'object' ? Reflect.get(inner, key) : undefined),
    value,
  )
}

function explain(issue: z.core.$ZodIssue, value: unknown): string {
  const name = issue.path.filter((key) => typeof key === 'string').at(-1)
  const where = name ? ` in ${name}` : ''
  const got = `got ${show(value)}`
  switch (issue.code) {
    case 'unrecognized_keys':
      return `expected only known keys, got ${issue.keys.map((key) => `"${key}"`).join(', ')}`
    case 'invalid_value':
      return `expected one of ${issue.values.join('|')}${where}, ${got}`
    case 'invalid_type':
      return `expected ${issue.expected}${where}, ${got}`
    case 'too_small':
      return `expected at least ${issue.minimum} (${issue.origin})${where}, ${got}`
    case 'too_big':
      return `expected at most ${issue.maximum} (${issue.origin})${where}, ${got}`
    case 'invalid_format':
      return `expected ${issue.format === 'regex' ? issue.message : issue.format}${where}, ${got}`
    case 'invalid_key':
      return `expected ${issue.issues[0]?.message ?? 'a valid key'}, got "${String(name)}"`
    default:
      return `${issue.message}${where}, ${got}`
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (value !== null && typeof value === 'object') return 'a map'
  const line = String(value).split('\n')[0] ?? ''
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`
}
