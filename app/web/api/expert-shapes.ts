/** Answers about experts and the orders that their statuses rest on. */
import { z } from 'zod'
import { standings } from '#app/domain/experts/registry.ts'
import { count, day, moment, Named, number, shape, tier } from './shapes.ts'

const OrderLink = shape(
  'OrderLink',
  z.object({ slug: z.string(), number: z.string(), day, issuer: z.string() }),
)
const Name = shape('Name', z.object({ family: z.string(), given: z.string(), patronymic: z.string() }))
const work = {
  post: z.string(),
  organisation: z.string(),
  organisationCode: z.string(),
  municipality: z.string().nullable(),
}
const Work = shape('Work', z.object(work))
const status = {
  direction: z.string(),
  title: z.string(),
  tier,
  firstDay: day,
  lastDay: day.nullable(),
  order: OrderLink,
}
const Status = shape('Status', z.object(status))

export const Expert = shape(
  'Expert',
  z.object({
    number,
    url: z.url(),
    name: Name.nullable(),
    work: Work.nullable(),
    statuses: Status.array(),
    finishedExpertises: count.nullable(),
  }),
)

export const ExpertCard = shape(
  'ExpertCard',
  z.object({
    number,
    url: z.url(),
    name: Name.nullable(),
    works: z.object({ ...work, firstDay: day.nullable(), lastDay: day.nullable() }).array(),
    statuses: z
      .object({
        ...status,
        state: z.enum(['current', 'ahead', 'past']),
        endedBy: OrderLink.nullable(),
        suspended: z.boolean(),
      })
      .array(),
    engagements: z
      .object({
        kind: z.string(),
        title: z.string(),
        role: z.string(),
        draft: z.string().nullable(),
        panel: count.nullable(),
        conclusion: z.string().nullable(),
        said: count,
        accepted: count,
        outcome: z.enum(['going', 'finished', 'left']),
        firstDay: day,
        lastDay: day.nullable(),
      })
      .array(),
    finishedExpertises: count.nullable(),
  }),
)

const Count = shape('Count', z.object({ code: z.string(), title: z.string(), count }))
export const ExpertCounts = shape(
  'ExpertCounts',
  z.object({
    total: count,
    directions: Count.array(),
    tiers: z.object({ tier, count }).array(),
    municipalities: Count.array(),
    organisations: Count.array(),
    subjects: Count.array(),
    standings: z.object({ code: z.enum(['current', ...standings]), count }).array(),
    years: z.object({ least: count, count }).array(),
    expertises: z.object({ least: count, count }).array(),
  }),
)

const order = {
  slug: z.string(),
  url: z.url(),
  number: z.string(),
  day,
  title: z.string(),
  effect: z.enum([
    ...(['approves', 'extends', 'excludes', 'amends', 'replaces', 'revokes', 'suspends', 'resumes'] as const),
  ]),
  issuer: z.string(),
  revoked: z.boolean(),
  begun: count,
  ended: count,
  directions: Named.array(),
}
export const Order = shape('Order', z.object(order))
export const OrderCard = shape(
  'OrderCard',
  z.object({
    ...order,
    signatoryPost: z.string(),
    basis: z.string(),
    agreedWith: z.string().nullable(),
    registeredAt: moment,
    revokedBy: OrderLink.omit({ issuer: true }).nullable(),
    revokes: OrderLink.omit({ issuer: true }).array(),
  }),
)
export const OrderItem = shape(
  'OrderItem',
  z.object({
    position: z.int(),
    number,
    name: z.string().nullable(),
    /** what a later order prints instead of the name */
    amended: z.string().nullable(),
    direction: z.string(),
    title: z.string(),
    tier,
    act: z.enum(['begin', 'end', 'amend', 'suspend', 'resume']),
    /** first day without the status, where it is not the day of the order */
    endsOn: day.nullable(),
    firstDay: day.nullable(),
    lastDay: day.nullable(),
  }),
)
