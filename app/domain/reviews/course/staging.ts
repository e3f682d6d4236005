/**
 * Staging: where a discussion stands on a day. A stage lasts from 00:00 of its first day to 24:00 of its last in the
 * instance's zone; whether some closing job ran does not matter. Pure.
 */
import { dayOf } from '#app/domain/ctx.ts'

export type StageKind = 'notice' | 'discussion' | 'expertise' | 'processing' | 'summary'
export interface StageDays {
  kind: StageKind
  firstDay: string
  lastDay: string
}
export type Progress = 'none' | 'before' | 'running' | 'between' | 'over'

/** What stopped a discussion: it stands still, was ended without a summary, or its summary is out. */
export interface Halt {
  pausedAt: Date | null
  cancelledAt: Date | null
  closedAt: Date | null
}

/** What a summary ends, however many of its days are left. */
const endedBySummary: readonly StageKind[] = ['notice', 'discussion', 'processing']

/** The stage of this moment, if one runs, and how far the whole is; of one that stands still, as when it stopped. */
export function stageNow<S extends StageDays>(
  stages: readonly S[],
  now: Date,
  zone: string,
  halt: Halt | null = null,
): { stage: S | null; progress: Progress; daysLeft: number | null } {
  if (halt?.cancelledAt) return { stage: null, progress: 'over', daysLeft: null }
  const today = dayOf(halt?.pausedAt ?? now, zone)
  const stage = stages.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay) ?? null
  if (halt?.closedAt && stage && endedBySummary.includes(stage.kind))
    return { stage: null, progress: 'over', daysLeft: null }
  if (stage) return { stage, progress: 'running', daysLeft: daysBetween(today, stage.lastDay) }
  return { stage: null, progress: progressOf(stages, today), daysLeft: null }
}

/** Whether remarks are taken now, and if not, whether they will be. */
export function discussionState(
  stages: readonly StageDays[],
  now: Date,
  zone: string,
  halt: Halt | null = null,
): 'open' | 'not-open' | 'closed' {
  if (halt?.cancelledAt ?? halt?.closedAt) return 'closed'
  const today = dayOf(halt?.pausedAt ?? now, zone)
  const talks = stages.filter(({ kind }) => kind === 'discussion')
  if (talks.some(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay))
    return halt?.pausedAt ? 'closed' : 'open'
  return talks.length === 0 || talks.some(({ firstDay }) => today < firstDay) ? 'not-open' : 'closed'
}

/** The last day on which remarks are taken, or null when they never are. */
export function lastTalkDay(stages: readonly StageDays[]): string | null {
  const days = stages.flatMap(({ kind, lastDay }) => (kind === 'discussion' ? [lastDay] : []))
  return days.sort().at(-1) ?? null
}

/** Why these stages cannot be the stages of a discussion, or null. */
export function stagesFault(
  stages: readonly StageDays[],
): 'term-order' | 'stages-overlap' | 'stages-empty' | null {
  if (stages.length === 0) return 'stages-empty'
  if (stages.some(({ firstDay, lastDay }) => firstDay > lastDay)) return 'term-order'
  const overlap = stages.some((stage, at) => at > 0 && stage.firstDay <= (stages[at - 1]?.lastDay ?? ''))
  return overlap ? 'stages-overlap' : null
}

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayAfter(text, 0) === text
}

/** Whole days from one day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function progressOf(stages: readonly StageDays[], today: string): Progress {
  if (stages.length === 0) return 'none'
  if (stages.every(({ firstDay }) => today < firstDay)) return 'before'
  return stages.every(({ lastDay }) => lastDay < today) ? 'over' : 'between'
}
