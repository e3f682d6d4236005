/** The queue as its page asks for it: by direction and step, the longest waiting first. */
import { queueCounts, queueOf } from '#app/domain/assessment/way/applications.server.ts'
import { type Stage, stages } from '#app/domain/assessment/way/stage.ts'
import { daysBetween } from '#app/domain/assessment/way/terms.ts'
import { type ActingCtx, dayOf } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import type { Locale } from '#content/messages/locales.ts'

const PAGE = 30

export async function queuePage(ctx: ActingCtx, query: URLSearchParams, locale: Locale) {
  const has = (...wanted: string[]) => ctx.actor.powers.some(({ capability }) => wanted.includes(capability))
  if (!has('application.read', 'application.edit')) throw new Problem('forbidden')
  const decides = has('application.edit')
  const pass = has('application.edit', 'result.read', 'result.read.pass')
  const direction = /^[a-z0-9-]{1,60}$/.exec(query.get('direction') ?? '')?.[0]
  const known = pass ? stages : stages.filter((stage) => stage !== 'passed' && stage !== 'failed')
  const asked = query.get('stage')
  // whoever decides begins with those who wait for a decision
  const stage = asked === null ? (decides ? 'review' : undefined) : known.find((one) => one === asked)
  const before = /^\d{1,9}$/.test(query.get('before') ?? '') ? Number(query.get('before')) : undefined
  const filter = { ...(direction ? { direction } : {}), ...(stage ? { stage } : {}) }
  const { rows, next } = await queueOf(ctx, before === undefined ? filter : { ...filter, before }, PAGE)
  const counts = await queueCounts(ctx, direction)
  const address = new URLSearchParams({ stage: stage ?? '', ...(direction ? { direction } : {}) })
  return {
    rows: rows.map(({ since, state: _, stage: at, ...row }) => ({
      ...row,
      stage: visible(at, pass),
      waits: daysBetween(dayOf(since, ctx.zone), ctx.actor.today),
      late: row.due !== null && ctx.actor.today > row.due,
      waiting: at === 'review',
    })),
    next: next === null ? null : `/desk/applications?${address}&before=${next}`,
    directions: counts.directions.map(({ code, title }) => ({ value: code, label: title })),
    stages: known.flatMap((one) => {
      const count = countOf(counts.stages, one, pass)
      return count > 0 || one === stage ? [{ value: one, count }] : []
    }),
    ...{ direction: direction ?? '', stage: stage ?? '', decides },
    grounds: content().applications.grounds.map(({ code, title }) => ({ value: code, label: title[locale] })),
  }
}

/** Who may not know of results sees only the admission before them. */
const visible = (stage: Stage, pass: boolean): Stage =>
  !pass && (stage === 'passed' || stage === 'failed') ? 'admitted' : stage

function countOf(counts: ReadonlyMap<Stage, number>, stage: Stage, pass: boolean): number {
  const of = (one: Stage) => counts.get(one) ?? 0
  return stage === 'admitted' && !pass ? of('admitted') + of('passed') + of('failed') : of(stage)
}
