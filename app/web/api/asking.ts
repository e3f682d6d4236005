/** What a request to the open interface may ask: parameters as schemas, their faults as codes of messages.api.faults. */
import { z } from 'zod'
import { standings } from '#app/domain/experts/registry.ts'

const limits = { page: 500, usual: 100, choices: 60, words: 100 }
const tiers = ['federal', 'regional', 'municipal', 'institutional'] as const

/** Parameters that may stand several times; any one of their values will do. */
export const repeatable: ReadonlySet<string> = new Set([
  ...['direction', 'tier', 'municipality', 'organisation', 'subject', 'kind'],
])

const code = z.string('code').regex(/^[a-z0-9-]{1,100}$/, 'code')
const day = z.iso.date('day').refine((value) => value >= '2000-01-01' && value <= '2100-01-01', 'day')
const paging = {
  limit: z.coerce
    .number('limit')
    .int('limit')
    .min(1, 'limit')
    .max(limits.page, 'limit')
    .default(limits.usual),
  after: z.string('cursor').min(1, 'cursor').max(1000, 'cursor').optional(),
}
const codes = code.array().max(limits.choices, 'too-many-values').default([])
const tierCodes = z.enum(tiers, 'tier').array().max(limits.choices, 'too-many-values').default([])
const least = (fault: string) => z.coerce.number(fault).int(fault).min(1, fault).max(99, fault).optional()
const asOf = { day: day.optional(), known: day.optional() }
const filter = {
  q: z.string('words').min(1, 'words').max(limits.words, 'words').optional(),
  direction: codes,
  tier: tierCodes,
  municipality: codes,
  organisation: codes,
  work: z.string('words').min(1, 'words').max(limits.words, 'words').optional(),
  subject: codes,
  status: z.enum(standings, 'status').optional(),
  years: least('years'),
  expertises: least('expertises'),
  ...asOf,
}

export const nothing = z.strictObject({})
export const expertsAsked = z.strictObject({ ...filter, ...paging })
export const countsAsked = z.strictObject(filter)
export const cardAsked = z.strictObject(asOf)
export const ordersAsked = z.strictObject({
  direction: code.optional(),
  effect: code.optional(),
  ...asOf,
  ...paging,
})
export const itemsAsked = z.strictObject(paging)
export const directionsAsked = z.strictObject({ list: code.optional(), day: day.optional() })
export const organisationsAsked = z.strictObject({
  q: filter.q,
  tier: tierCodes,
  municipality: code.optional(),
  day: asOf.day,
  ...paging,
})
export const documentsAsked = z.strictObject({ kind: codes, tier: tierCodes, day: day.optional(), ...paging })
export const draftsAsked = z.strictObject({
  state: z.enum(['open', 'ahead', 'past'], 'state').optional(),
  ...paging,
})

/** A fault of a parameter: what is wrong with it, as a code. */
export interface Fault {
  parameter: string
  code: string
}

/** A request that cannot be answered as it was asked: 400 with what is wrong with which parameter. */
export class BadRequest extends Error {
  override name = 'BadRequest'
  constructor(readonly faults: readonly Fault[]) {
    super('bad request')
  }
}

/** What is asked moved to another address of the interface. */
export class Moved extends Error {
  override name = 'Moved'
  constructor(readonly path: string) {
    super('moved')
  }
}

/** The parameters of an address by their schema; BadRequest names every fault at once. */
export function readQuery<S extends z.ZodObject>(schema: S, params: URLSearchParams): z.output<S> {
  const raw: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const parameter of new Set(params.keys())) {
    const values = params.getAll(parameter)
    if (!Object.hasOwn(schema.shape, parameter))
      faults.push({ parameter: parameter.slice(0, 50), code: 'unknown-parameter' })
    else if (repeatable.has(parameter) && takesMany(schema, parameter)) raw[parameter] = values
    else if (values.length > 1) faults.push({ parameter, code: 'repeated' })
    else raw[parameter] = values[0]
  }
  const parsed = schema.safeParse(raw)
  for (const { path, message } of parsed.error?.issues ?? [])
    if (path[0] !== undefined) faults.push({ parameter: String(path[0]), code: message })
  if (faults.length > 0 || !parsed.success) throw new BadRequest(distinct(faults).sort(byName))
  return parsed.data
}

function takesMany(schema: z.ZodObject, parameter: string): boolean {
  return schema.safeParse({ [parameter]: [] }).success
}

const byName = (one: Fault, other: Fault) => (one.parameter < other.parameter ? -1 : 1)

function distinct(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>()
  return faults.filter(({ parameter, code: fault }) => {
    const key = `${parameter} ${fault}`
    return !seen.has(key) && seen.add(key)
  })
}
