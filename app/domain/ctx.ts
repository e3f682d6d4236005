/**
 * Ctx: what every command and query gets, plain data: the database, who acts, and the moment.
 *
 * Nothing here reads a clock or a global, so a test builds any situation by hand. `atomically` opens the transaction
 * of a command; nested ones become savepoints of the same transaction.
 */
import type { Db } from '#db/client.ts'
import type { Viewer } from '#db/reach/viewer.ts'
import { announce } from './announce.ts'

/** The signed-in person with today's powers. */
export interface Actor extends Viewer {
  personId: string
  userId: string
  number: number
  familyName: string
  givenName: string
  patronymic: string
  emailConfirmed: boolean
  /** the second step of sign-in: whether a role obliges to it, and whether the account has it */
  secondFactor?: { obliged: boolean; enrolled: boolean }
}

export interface Ctx {
  db: Db
  actor: Actor | null
  now: Date
  /** the instance's zone; legal days are counted in it */
  zone: string
  /** kinds of log entries written so far by the outermost command; absent outside a transaction */
  recorded?: { kind: string; objectId: string | null }[]
}

/** The same with an actor, for what only a signed-in person does. */
export interface ActingCtx extends Ctx {
  actor: Actor
}

/** Runs the command in one transaction and, once it is committed, tells this process what was recorded. */
export async function atomically<T, C extends Ctx>(ctx: C, command: (ctx: C) => Promise<T>): Promise<T> {
  const outermost = ctx.recorded === undefined
  const recorded = ctx.recorded ?? []
  const result = await ctx.db.transaction((tx) => command({ ...ctx, db: tx as unknown as Db, recorded }))
  if (outermost && recorded.length > 0) announce(recorded)
  return result
}

/** The viewer for reach: the actor, or a guest. */
export function viewerOf(ctx: Ctx): Viewer {
  return ctx.actor ?? { personId: null, powers: [], today: dayOf(ctx.now, ctx.zone) }
}

/** The legal day (YYYY-MM-DD) on which a moment falls in the zone. */
export function dayOf(moment: Date, zone: string): string {
  return formatOf(zone).format(moment)
}

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    // sv-SE prints ISO days; making a format is dear, so it is kept
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}
