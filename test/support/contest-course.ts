/** A contest on its way for tests: panels approved, answers given, sheets filled in. */
import { and, eq, isNull } from 'drizzle-orm'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import type { Job } from '#app/domain/files/jobs.server.ts'
import { approveBatch } from '#app/domain/panels/contests/approving.server.ts'
import { askBatch, newestBatch, runBatch } from '#app/domain/panels/contests/batching.server.ts'
import { startRun } from '#app/domain/panels/contests/runs/asking.server.ts'
import { runContest } from '#app/domain/panels/contests/runs/carrying.server.ts'
import type { RunKind } from '#app/domain/panels/contests/runs/kinds.server.ts'
import { acceptInvitation } from '#app/domain/panels/invitations/inviting.server.ts'
import { sendSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { formOf } from '#app/domain/questionnaires/publishing.server.ts'
import type { Db } from '#db/client.ts'
import { contestRuns, invitations, panels, seats, sheets, submissions } from '#db/schema/index.ts'
import { after, type Room } from '#test/support/contest-room.ts'
import type { Database } from '#test/support/database.ts'

export type Person = Actor & { personId: string; number: number }
export const judged = '2026-03-03T09:00:00Z'

/** Reckons the panels and approves them. */
export async function approved(room: Room, database: Database) {
  const ctx = room.acts(room.holder, after)
  await askBatch(ctx, room.number, { cap: null, fair: undefined })
  const batch = await newestBatch({ db: room.db }, room.contest?.id ?? '')
  const job: Job = {
    ...{ id: batch?.jobId ?? '', payload: { batch: batch?.id }, actorId: null },
    progress: async () => {},
  }
  await runBatch({ owner: database.owner, zone: 'Asia/Yekaterinburg' } as never, job)
  await approveBatch(ctx, room.number)
}

/** What is asked of a person in the contest, by code. */
export const askedOf = (db: Db, room: Room, personId: string) =>
  db
    .select({
      ...{ id: invitations.id, answer: invitations.answer, code: submissions.code },
      ...{ panelId: panels.id, sheetId: sheets.id },
    })
    .from(invitations)
    .innerJoin(seats, and(eq(seats.id, invitations.seatId), isNull(seats.leftAt)))
    .innerJoin(panels, eq(panels.id, seats.panelId))
    .innerJoin(submissions, eq(submissions.id, panels.submissionId))
    .leftJoin(sheets, eq(sheets.seatId, seats.id))
    .where(and(eq(submissions.contestId, room.contest?.id ?? ''), eq(seats.personId, personId)))
    .orderBy(submissions.code)

/** Asks for a run and carries it out; what it came to. */
export async function ran(room: Room, database: Database, ctx: ActingCtx, kind: RunKind, asked = {}) {
  const id = await startRun(ctx, room.number, kind, asked)
  await carried(room, database, id, ctx.now)
  const [run] = await room.db.select().from(contestRuns).where(eq(contestRuns.id, id))
  if (!run) throw new Error('no run')
  return run
}

/** The job of a run, here and now. */
export function carried(room: Room, database: Database, id: string, now = new Date(after)) {
  const config = { publicUrl: 'https://example.test', smtpUrl: undefined, dataDir: room.dataDir }
  const job: Job = { id, payload: { run: id }, actorId: null, progress: async () => {} }
  return runContest({ owner: database.owner, zone: 'Asia/Yekaterinburg', config }, job, now)
}

/** Everybody accepts everything, and the sheets are opened. */
export async function opened(room: Room, people: readonly Person[], database: Database) {
  for (const person of people)
    for (const { id, answer } of await askedOf(room.db, room, person.personId))
      if (answer === null) await acceptInvitation(room.acts(person, after), id)
  return ran(room, database, room.acts(room.holder, after), 'opening')
}

/** Fills in and sends the open sheets of a person: `mark` by code of the work. */
export async function marked(room: Room, person: Person, mark: (code: string) => number, now = judged) {
  const { form } = await formOf({ db: room.db }, room.contest?.questionnaireVersionId ?? '')
  for (const { sheetId, code } of await askedOf(room.db, room, person.personId)) {
    const [sheet] = await room.db
      .select({ sentAt: sheets.sentAt })
      .from(sheets)
      .where(eq(sheets.id, sheetId ?? ''))
    if (!sheetId || sheet?.sentAt) continue
    const given = form.questions
      .filter(({ type }) => type !== 'section')
      .map(({ code: question, type, options }) => ({
        ...{ question, notApplicable: false, blockId: null },
        value:
          type === 'scale' ? mark(code ?? '') : type === 'one' ? (options?.[0]?.code ?? '') : 'Обоснование',
        reason: 'Потому что',
      }))
    await sendSheet(room.acts(person, now), sheetId, given)
  }
}
