/** Steps of the way: each is a row, an entry of the log and a word to those concerned. */
import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, type Ctx, dayOf } from '#app/domain/ctx.ts'
import { record, recordAll } from '#app/domain/log.server.ts'
import { notifyAll, notifyEach } from '#app/domain/notifications/notifying.server.ts'
import { content } from '#content/load.ts'
import { applicationSteps } from '#db/schema/index.ts'

export type StepKind = (typeof applicationSteps.$inferInsert)['kind']

interface Of {
  id: string
  number: number
  directionId: string
  direction: string
}

/** Writes the step and tells these people; returns its id. `at` is where they see it. */
export async function addStep(
  ctx: ActingCtx,
  of: Of,
  kind: StepKind,
  {
    grounds = [],
    words = '',
    signedOn = null,
    how = null,
    fileId = null,
    tell = [],
  }: {
    grounds?: string[]
    words?: string
    signedOn?: string | null
    /** somebody else entered it: from a paper, or as the person said */
    how?: 'paper' | 'spoken' | null
    /** its scan */
    fileId?: string | null
    tell?: readonly { people: readonly string[]; at: 'cabinet' | 'desk' }[]
  } = {},
): Promise<string> {
  const id = uuidv7()
  const by = { byId: ctx.actor.personId, at: ctx.now }
  await ctx.db
    .insert(applicationSteps)
    .values({ id, applicationId: of.id, kind, grounds, words, signedOn, how, fileId, ...by })
  const about = { kind: 'application', id: of.id }
  await record(ctx, `application.${kind}`, about, { direction: of.directionId, step: id })
  for (const { people, at } of tell)
    await notifyAll(ctx, people, `application.${kind}`, {
      ...{ objectKind: 'application-step', objectId: id, address: addressOf(of, at) },
      facts: { number: of.number, title: of.direction },
    })
  return id
}

/** The same step of many applications at once, each told to its own person; for steps without words. */
export async function addSteps(
  ctx: ActingCtx,
  kind: StepKind,
  all: readonly (Of & { personId: string })[],
): Promise<void> {
  const steps = all.map((of) => ({ id: uuidv7(), of }))
  for (let at = 0; at < steps.length; at += 1000)
    await ctx.db.insert(applicationSteps).values(
      steps.slice(at, at + 1000).map(({ id, of }) => ({
        ...{ id, applicationId: of.id, kind, grounds: [], words: '' },
        ...{ byId: ctx.actor.personId, at: ctx.now },
      })),
    )
  await recordAll(
    ctx,
    `application.${kind}`,
    steps.map(({ id, of }) => ({
      object: { kind: 'application', id: of.id },
      facts: { direction: of.directionId, step: id },
    })),
  )
  await notifyEach(
    ctx,
    `application.${kind}`,
    steps.map(({ id, of }) => ({
      personId: of.personId,
      notice: {
        ...{ objectKind: 'application-step', objectId: id, address: addressOf(of, 'cabinet') },
        facts: { number: of.number, title: of.direction },
      },
    })),
  )
}

function addressOf({ number }: Of, at: 'cabinet' | 'desk'): string {
  return `/${at}/applications/${number}`
}

/** Who decides on applications of the direction: its organisers, else those who may for every direction. */
export async function processorsOf(ctx: Ctx, directionId: string): Promise<string[]> {
  const roles = (reach: 'own' | 'all') => [
    '',
    ...content()
      .roles.roles.filter(({ can }) => can['application.edit'] === reach)
      .map(({ code }) => code as string),
  ]
  const held = async (scope: ReturnType<typeof sql>) => {
    const rows = await ctx.db.execute<{ id: string }>(sql`
      select distinct g.person_id as id from grants g
      join users u on u.person_id = g.person_id and u.disabled_at is null
      where g.during @> ${dayOf(ctx.now, ctx.zone)}::date and ${scope}`)
    return rows.map(({ id }) => id)
  }
  const own = await held(
    sql`g.role in ${roles('own')} and g.scope_kind = 'direction' and g.scope_id = ${directionId}`,
  )
  return own.length > 0 ? own : held(sql`g.role in ${roles('all')} and g.scope_kind = 'region'`)
}
