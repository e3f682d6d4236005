/** Answers about directions, organisations, documents and drafts. */
import { z } from 'zod'
import { count, day, moment, Named, names, number, shape, tier } from './shapes.ts'

const list = {
  code: z.string(),
  title: z.string(),
  firstDay: day,
  lastDay: day.nullable(),
  document: z.string().nullable(),
}
export const DirectionList = shape('DirectionList', z.object({ ...list, current: z.boolean() }))
export const Direction = shape(
  'Direction',
  z.object({
    code: z.string(),
    url: z.url(),
    position: z.int(),
    tier,
    title: z.string(),
    shortTitle: z.string(),
    group: z.string().nullable(),
    replacedBy: Named.array(),
    experts: count,
  }),
)
export const DirectionCard = shape(
  'DirectionCard',
  z.object({
    code: z.string(),
    url: z.url(),
    experts: z.object({ tier, count }).array(),
    replaces: Named.array(),
    versions: z
      .object({
        list: DirectionList.omit({ document: true, current: true }),
        document: z.object({ code: z.string(), title: z.string() }).nullable(),
        tier,
        title: z.string(),
        shortTitle: z.string(),
        group: z.string().nullable(),
        content: names,
        procedures: names,
        approving: names,
        note: z.string().nullable(),
        replacedBy: Named.array(),
      })
      .array(),
  }),
)

const brief = { code: z.string(), shortName: z.string(), name: z.string() }
const OrganisationLink = shape('OrganisationLink', z.object(brief))
const Kin = shape('OrganisationKin', z.object({ ...brief, day: day.nullable() }))
const organisation = { ...brief, url: z.url(), type: z.string(), tier, municipality: z.string().nullable() }
export const Organisation = shape('Organisation', z.object(organisation))
export const OrganisationCard = shape(
  'OrganisationCard',
  z.object({
    ...organisation,
    aliases: names,
    ended: z.boolean(),
    parent: OrganisationLink.nullable(),
    inn: z.string().nullable(),
    movedTo: z.string().nullable(),
    predecessors: Kin.array(),
    successors: Kin.array(),
    units: OrganisationLink.array(),
    duties: z
      .object({
        duty: z.string(),
        ground: z.string().nullable(),
        firstDay: day.nullable(),
        lastDay: day.nullable(),
      })
      .array(),
  }),
)
export const Municipality = shape(
  'Municipality',
  z.object({ code: z.string(), name: z.string(), organisations: count }),
)

const document = {
  code: z.string(),
  url: z.url(),
  kind: z.string(),
  tier: z.string(),
  issuer: z.string(),
  number: z.string().nullable(),
  day: day.nullable(),
  title: z.string(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  force: z.enum(['in-force', 'ended', 'ahead', 'unknown']),
}
export const DocumentRow = shape('Document', z.object(document))
export const DocumentCard = shape(
  'DocumentCard',
  z.object({
    ...document,
    basis: z.string(),
    summary: z.string(),
    chain: DocumentRow.pick({ code: true, title: true, day: true, force: true }).array(),
  }),
)

export const Draft = shape(
  'Draft',
  z.object({
    slug: z.string(),
    url: z.url(),
    number,
    title: z.string(),
    kind: z.string(),
    language: z.string(),
    developer: z.string(),
    publishedAt: moment,
    version: number,
    outcome: z.enum(['approved', 'revision', 'rejected']).nullable(),
    stages: z.object({ kind: z.string(), firstDay: day, lastDay: day }).array(),
    remarks: count,
  }),
)
