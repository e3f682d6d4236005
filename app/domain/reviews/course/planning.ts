/** Planning: the stages of a discussion as its order gives them, within their limits, pushed on when one lasts longer. Pure. */
import { Problem } from '#app/domain/problem.ts'
import type { Calendar, Process, ProcessStage } from '#content/types.ts'
import { dayAfter, daysBetween, isDay, type StageKind, stagesFault } from './staging.ts'
import { limitsFault, type Span, type TermLimits, type TermOrder, termDays, termEnd } from './terms.ts'

export interface StageInput {
  kind: StageKind
  title: string
  firstDay: string
  lastDay: string
  /** whom a stage of discussion hears, when not whom the order says */
  who?: string[] | undefined
}

/** The stages of a process one after another with their usual terms, beginning on a day. Problem('no-calendar'). */
export function stagesOfProcess(
  { stages, endsOnWorkingDay }: Process,
  firstDay: string,
  locale: 'ru' | 'en',
  calendars: readonly Calendar[],
): StageInput[] {
  let day = firstDay
  return stages.map(({ kind, title, days, unit }) => {
    const lastDay = termEnd(day, days, { unit, endsOnWorkingDay }, calendars)
    const stage = { kind, title: title[locale], firstDay: day, lastDay }
    day = dayAfter(lastDay, 1)
    return stage
  })
}

/** What the process says of a planned stage: the one in the same place, or the first of its kind. */
export function orderOf(process: Process, at: number, kind: StageKind): ProcessStage | undefined {
  const same = process.stages[at]
  return same?.kind === kind ? same : process.stages.find((stage) => stage.kind === kind)
}

/** The plan, when its days are days, follow one another, and each of `checked` keeps its limits. */
export function checkedPlan<S extends Span & { title: string; kind: StageKind; limits: TermLimits }>(
  plan: readonly S[],
  calendars: readonly Calendar[],
  checked: (stage: S) => boolean = () => true,
): readonly S[] {
  if (plan.some(({ firstDay, lastDay }) => !isDay(firstDay) || !isDay(lastDay)))
    throw new Problem('day', {}, 'stages')
  const fault = stagesFault(plan)
  if (fault) throw new Problem(fault, {}, 'stages')
  for (const stage of plan.filter(checked)) {
    const limit = limitsFault(stage, stage.limits, calendars)
    if (limit) throw new Problem(limit.code, { days: limit.days, stage: stage.title }, 'stages')
  }
  return plan
}

/** Limits of a stage as they were when its discussion was opened. */
export function limitsOf(stage: {
  unit: 'calendar' | 'working'
  minDays: number | null
  maxDays: number | null
  endsOnWorkingDay: boolean
}): TermLimits {
  return { ...orderIn(stage), min: stage.minDays, max: stage.maxDays }
}

function orderIn({ unit, endsOnWorkingDay }: TermOrder): TermOrder {
  return { unit, endsOnWorkingDay }
}

/** Stages after the one at `from` that no longer fit behind it, moved on; none becomes shorter in its unit. */
export function pushedOn<S extends Span & TermOrder>(
  stages: readonly S[],
  from: number,
  calendars: readonly Calendar[],
): S[] {
  const moved = [...stages]
  for (let at = from + 1; at < moved.length; at += 1) {
    const [before, stage] = [moved[at - 1], moved[at]]
    if (!before || !stage || stage.firstDay > before.lastDay) continue
    moved[at] = beginningOn(stage, dayAfter(before.lastDay, 1), calendars)
  }
  return moved
}

/** The stage with as many days of its unit, begun on another day. */
export function beginningOn<S extends Span & TermOrder>(
  stage: S,
  firstDay: string,
  calendars: readonly Calendar[],
): S {
  const days = Math.max(1, termDays(stage, stage.unit, calendars))
  return { ...stage, firstDay, lastDay: termEnd(firstDay, days, orderIn(stage), calendars) }
}

/**
 * The stages after a pause: what was left of the running one is left again from today on, in its own unit; what had not
 * begun begins as many days later as the pause was long, and never before what stands ahead of it has ended.
 */
export function resumedOn<S extends Span & TermOrder>(
  stages: readonly S[],
  pausedDay: string,
  today: string,
  calendars: readonly Calendar[],
): S[] {
  if (today <= pausedDay) return [...stages]
  const lost = daysBetween(pausedDay, today)
  const moved = stages.map((stage) => {
    if (stage.lastDay < pausedDay) return stage
    if (stage.firstDay > pausedDay) return beginningOn(stage, dayAfter(stage.firstDay, lost), calendars)
    const left = Math.max(1, termDays({ ...stage, firstDay: pausedDay }, stage.unit, calendars))
    const lastDay = termEnd(today, left, orderIn(stage), calendars)
    return { ...stage, lastDay: lastDay > stage.lastDay ? lastDay : stage.lastDay }
  })
  return pushedOn(moved, 0, calendars)
}

/** The calendars, and for years of `days` that have none the bare week: for proposals and demonstrations, marked as such. */
export function withPlainYears(calendars: readonly Calendar[], days: readonly string[]): Calendar[] {
  const missing = new Set(days.map((day) => Number(day.slice(0, 4))))
  for (const { year } of calendars) missing.delete(year)
  const plain = { basis: '', provisional: true, off: [], worked: [], short: [], moved: [], workingDays: 1 }
  return [...calendars, ...[...missing].map((year) => ({ year, ...plain }))]
}
