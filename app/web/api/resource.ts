/** What a resource of the open interface is, and the pieces that several of them are read with. */
import { z } from 'zod'
import { type Ctx, dayOf } from '#app/domain/ctx.ts'
import { BadRequest } from './asking.ts'
import { day } from './shapes.ts'

export interface Asked<Q> {
  /** always a guest's: whoever asks sees what is open, and nothing else */
  ctx: Ctx
  params: Record<string, string>
  query: Q
  /** the whole address of a page of the site */
  link: (path: string) => string
}

/** A resource with its schemas; `read` gives what its answer is made of, a list with the place where the next page begins. */
export interface Resource {
  /** a key of messages.api.resources */
  id: string
  /** under /api/v1, with {names} of parts of the path */
  path: string
  query: z.ZodObject
  answer: z.ZodType
  read: (asked: Asked<never>) => Promise<unknown>
}

/** A resource that answers one thing. */
export function one<Q extends z.ZodObject, A extends z.ZodType>(
  id: string,
  path: string,
  [query, answer]: [Q, A],
  read: (asked: Asked<z.output<Q>>) => Promise<z.input<A>>,
): Resource {
  return { id, path, query, answer, read: read as Resource['read'] }
}

type Listed<A> = { data: A[]; after?: string | null }

/** A resource that answers a list by pages, each with the address of the next one. */
export function many<
  Q extends z.ZodObject,
  A extends z.ZodType,
  M extends z.ZodRawShape = Record<never, never>,
>(
  id: string,
  path: string,
  [query, row, more]: [Q, A, M?],
  read: (asked: Asked<z.output<Q>>) => Promise<Listed<z.input<A>> & z.input<z.ZodObject<M>>>,
): Resource {
  const answer = z.object({ data: row.array(), next: z.url().nullable(), ...more })
  return { id, path, query, answer, read: read as Resource['read'] }
}

export const asOfShape = { asOf: z.object({ day, known: day.nullable() }) }

/** Both days of a question; knowledge of today or later is what is known now, and a day to come is a fault. */
export function asOfAsked(ctx: Ctx, query: { day?: string | undefined; known?: string | undefined }) {
  const today = dayOf(ctx.now, ctx.zone)
  if (query.known && query.known > today) throw new BadRequest([{ parameter: 'known', code: 'known-ahead' }])
  return { day: query.day ?? today, known: query.known && query.known < today ? query.known : null }
}

/** What the cursor of an address says, or BadRequest; undefined without one. */
export function cursorAsked<T>(value: string | undefined, read: (value: string) => T | null): T | undefined {
  if (value === undefined) return undefined
  const cursor = read(value)
  if (cursor === null) throw new BadRequest([{ parameter: 'after', code: 'cursor' }])
  return cursor
}
