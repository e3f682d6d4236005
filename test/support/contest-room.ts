/** A contest for tests, through its own commands: announced in February, works until 1 March at 18:00 of the zone. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Actor } from '#app/domain/ctx.ts'
import { checkWork } from '#app/domain/panels/contests/checking.server.ts'
import { codeWorks } from '#app/domain/panels/contests/coding.server.ts'
import { announceContest, createContest } from '#app/domain/panels/contests/contesting.server.ts'
import { addNomination } from '#app/domain/panels/contests/nominating.server.ts'
import { addWorkFile, saveWork, sendWork, startWork } from '#app/domain/panels/contests/submitting.server.ts'
import { publishSheets } from '#app/domain/questionnaires/publishing.server.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { contestNominations, contests, submissions } from '#db/schema/index.ts'
import type { Acts, Given } from '#test/support/database.ts'

export const asked = {
  title: 'Конкурс программ развития',
  about: 'Для школ и муниципалитетов.',
  basis: 'Приказ от 1 февраля 2026 г.',
  tier: 'regional' as const,
  opensAt: '2026-02-10T09:00',
  closesAt: '2026-03-01T18:00',
  mendDays: 3,
  judgedUntil: '2026-04-01',
  appealUntil: '2026-04-10',
  questionnaire: '',
  ...{ perWork: 2, reserve: 0, load: 6, answerDays: 3 },
  ...{ maxPerOrganisation: 1, maxPerMunicipality: null },
}
export const before = '2026-02-05T09:00:00Z'
export const during = '2026-02-20T09:00:00Z'
/** 18:00 in Yekaterinburg */
export const closing = '2026-03-01T13:00:00.000Z'
export const after = '2026-03-02T09:00:00Z'

export type Room = Awaited<ReturnType<typeof contestRoom>>

/** An announced contest of an institute, with one nomination; and those who hold it. */
export async function contestRoom({ given, acts, db }: { given: Given; acts: Acts; db: Db }, change = {}) {
  const institute = await given.organisation()
  const at = { scopeKind: 'organisation' as const, scopeId: institute.id }
  const holder = await given.user({ role: 'institute', ...at })
  const secretary = await given.user({ role: 'secretary', ...at })
  const direction = await given.direction()
  await publishSheets({ db, actor: null, now: new Date('2025-01-01T00:00:00Z'), zone: 'Asia/Yekaterinburg' })
  const questionnaire = content().sheets[0]?.code ?? ''
  const input = { ...asked, questionnaire, organisationId: institute.id, ...change }
  const number = await createContest(acts(holder, before), {
    ...input,
    title: `${input.title} ${institute.id}`,
  })
  await addNomination(acts(holder, before), number, {
    ...{ title: 'Программы школ', directions: [direction], winners: 1, prizes: 2 },
  })
  await announceContest(acts(holder, before), number)
  const [contest] = await db.select().from(contests).where(eq(contests.number, number))
  const [nomination] = await db
    .select()
    .from(contestNominations)
    .where(eq(contestNominations.contestId, contest?.id ?? ''))
  const dataDir = await mkdtemp(join(tmpdir(), 'rses-contest-'))
  return {
    number,
    contest,
    nomination,
    holder,
    secretary,
    direction,
    institute,
    dataDir,
    given,
    acts,
    db,
    input,
  }
}

/** A school with a person who hands in for it, and a work it has begun. */
export async function begun(room: Room) {
  const school = await room.given.organisation()
  const teacher = await room.given.user({ role: 'school', scopeKind: 'organisation', scopeId: school.id })
  const start = { nominationId: room.nomination?.id ?? '', organisationId: school.id }
  const number = await startWork(room.acts(teacher, during), room.number, start)
  return { number, school, teacher }
}

let made = 0
export const pdf = () => {
  made += 1
  return new TextEncoder().encode(`%PDF-1.4\n% ${made}\n%%EOF`)
}

/** Words and a file, nothing sent. */
export async function typed(
  room: Room,
  { number, teacher }: { number: number; teacher: Actor },
  now = during,
) {
  const words = { title: `Программа ${number}`, summary: 'Кратко', authors: 'А. Л. Берёзкина' }
  await saveWork(room.acts(teacher, now), number, words)
  const file = { dataDir: room.dataDir, name: 'Школа 5.pdf', bytes: pdf() }
  await addWorkFile(room.acts(teacher, now), number, file)
}

/** A work that was handed in. */
export async function sent(room: Room) {
  const work = await begun(room)
  await typed(room, work)
  await sendWork(room.acts(work.teacher, during), work.number)
  return work
}

/** So many admitted works with codes. */
export async function coded(room: Room, count: number) {
  const works = []
  for (let at = 0; at < count; at += 1) {
    const work = await sent(room)
    await checkWork(room.acts(room.holder, after), work.number, { decision: 'admitted', reason: '' })
    works.push(work)
  }
  await codeWorks(room.acts(room.secretary, after), room.number)
  return works
}

export const workRow = async (db: Db, number: number) =>
  (await db.select().from(submissions).where(eq(submissions.number, number)))[0]
