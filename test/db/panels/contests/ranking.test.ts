/** From sheets to diplomas: preliminary places by code, appeals beside the first marks, the order, names and feedback. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import PizZip from 'pizzip'
import { expect } from 'vitest'
import { answerWork, appealWork } from '#app/domain/panels/contests/appealing.server.ts'
import { diplomaUnder } from '#app/domain/panels/contests/ranking/checking.server.ts'
import { decideContest } from '#app/domain/panels/contests/ranking/deciding.server.ts'
import { feedbackOf } from '#app/domain/panels/contests/ranking/feedback.server.ts'
import { juryProtocol } from '#app/domain/panels/contests/ranking/printing.server.ts'
import { rankContest } from '#app/domain/panels/contests/ranking/ranking.server.ts'
import { resultsOf } from '#app/domain/panels/contests/ranking/results.server.ts'
import { runFile } from '#app/domain/panels/contests/runs/asking.server.ts'
import {
  answers,
  contestDiplomas,
  contestRankings,
  contestResults,
  engagements,
  issued,
  sheets,
  submissions,
} from '#db/schema/index.ts'
import { approved, askedOf, judged, marked, opened, type Person, ran } from '#test/support/contest-course.ts'
import { coded, contestRoom, type Room } from '#test/support/contest-room.ts'
import { type Database, test } from '#test/support/database.ts'

const over = '2026-04-02T09:00:00Z'
const appeals = '2026-04-05T09:00:00Z'
const ordered = '2026-04-12T09:00:00Z'

/** Three works judged by two experts; the first code is marked 4, the second 3, the third 1. */
async function judgedRoom(room: Room, database: Database, { silent = false } = {}) {
  const works = await coded(room, 3)
  const people = (await room.given.experts(2, [room.direction])) as Person[]
  await approved(room, database)
  await opened(room, people, database)
  const rows = await room.db
    .select({ code: submissions.code, number: submissions.number })
    .from(submissions)
    .where(eq(submissions.contestId, room.contest?.id ?? ''))
    .orderBy(submissions.code)
  const codes = rows.map(({ code }) => code ?? '')
  const mark = (code: string) => [4, 3, 1][codes.indexOf(code)] ?? 0
  for (const person of silent ? people.slice(0, 1) : people) await marked(room, person, mark)
  const ownerOf = (code: string) => {
    const number = rows.find((row) => row.code === code)?.number ?? 0
    return { number, teacher: works.find((work) => work.number === number)?.teacher as Person }
  }
  return { codes, people, works, ownerOf }
}

test('preliminary places stand by code; nobody reads whose they are, not even by number', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 3 })
  const { codes, works, ownerOf } = await judgedRoom(room, database)
  const holder = acts(room.holder, judged)
  await expect(resultsOf(holder, room.number)).rejects.toMatchObject({ code: 'not-found' })
  await expect(rankContest(acts(room.secretary, judged), room.number, '')).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await rankContest(holder, room.number, '')).toBe(1)
  await expect(rankContest(holder, room.number, '')).rejects.toMatchObject({ code: 'nothing-changed' })
  const stranger = await given.user({ role: 'participant' })
  const { nominations } = await resultsOf(acts(stranger, over), room.number)
  expect(nominations[0]?.works).toMatchObject([
    { code: codes[0], place: 1, award: 'winner', score: 100, number: null, title: null },
    { code: codes[1], place: 2, award: 'prize', score: 75 },
    { code: codes[2], place: 3, award: 'prize', score: 25 },
  ])
  const said = JSON.stringify((await resultsOf(holder, room.number)).nominations)
  for (const { school } of works) expect(said).not.toContain(school.id)
  const { teacher } = ownerOf(codes[1] ?? '')
  const own = (await resultsOf(acts(teacher, over), room.number)).nominations[0]?.works
  expect(own?.map((work) => work.title !== null)).toEqual([false, true, false])
})

test('without some sheets a reason is needed, they are closed and count nowhere', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 3 })
  const { people } = await judgedRoom(room, database, { silent: true })
  await expect(rankContest(acts(room.holder, judged), room.number, 'Срочно')).rejects.toMatchObject({
    code: 'contest-sheets-missing',
  })
  await expect(rankContest(acts(room.holder, over), room.number, '')).rejects.toMatchObject({
    code: 'required',
    field: 'reason',
  })
  await rankContest(acts(room.holder, over), room.number, 'Эксперт заболел')
  const [ranking] = await db
    .select()
    .from(contestRankings)
    .where(eq(contestRankings.contestId, room.contest?.id ?? ''))
  expect(ranking?.body).toMatchObject({ missing: expect.arrayContaining([expect.any(String)]) })
  await expect(marked(room, people[1] as Person, () => 4, over)).rejects.toMatchObject({
    code: 'sheets-closed',
  })
  await expect(db.update(contestRankings).set({ reason: 'Иначе' })).rejects.toThrow()
})

test('an upheld appeal brings marks beside the first ones; the second ranking leaves the first', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 3 })
  const { codes, ownerOf } = await judgedRoom(room, database)
  const holder = acts(room.holder, appeals)
  await rankContest(acts(room.holder, over), room.number, '')
  const { number, teacher } = ownerOf(codes[1] ?? '')
  await appealWork(acts(teacher, appeals), number, 'Оценка занижена')
  await expect(appealWork(acts(teacher, appeals), number, 'Ещё раз')).rejects.toMatchObject({
    code: 'appeal-once',
  })
  await expect(decideContest(acts(room.holder, ordered), room.number, order)).rejects.toMatchObject({
    code: 'contest-appeals-open',
  })
  const count = async () => (await db.select().from(answers)).length
  const before = await count()
  const verdict = { upheld: 'yes' as const, answer: 'Комиссия согласилась' }
  await expect(answerWork(holder, number, verdict, { legality: '9' })).rejects.toMatchObject({
    code: 'answer-invalid',
    field: 'mark-legality',
  })
  await answerWork(holder, number, verdict, { legality: '4', relevance: '' })
  expect(await count()).toBe(before)
  await expect(decideContest(acts(room.holder, ordered), room.number, order)).rejects.toMatchObject({
    code: 'contest-unranked',
  })
  expect(await rankContest(holder, room.number, '')).toBe(2)
  const rows = await db
    .select({ round: contestResults.round, score: contestResults.score })
    .from(contestResults)
    .innerJoin(submissions, eq(submissions.id, contestResults.submissionId))
    .where(eq(submissions.number, number))
    .orderBy(contestResults.round)
  expect(rows).toMatchObject([
    { round: 1, score: { score: '75/1', decided: {} } },
    { round: 2, score: { decided: { legality: 4 } } },
  ])
  expect(rows[1]?.score.score).not.toBe('75/1')
  const feedback = await feedbackOf(acts(teacher, appeals), number, 'эксперт')
  expect(feedback.criteria.find(({ code }) => code === 'legality')).toMatchObject({ decided: 4, median: 3 })
})

const paper = {
  siteName: 'РСЭС',
  demo: null,
  checkPage: (code: string) => `https://example.test/check/${code}`,
}
const order = { number: '12-о', day: '2026-04-12' }

test('the order opens names of those who won, issues diplomas and ends the work of experts', async ({
  given,
  acts,
  db,
  database,
}) => {
  const room = await contestRoom({ given, acts, db }, { perWork: 2, load: 3 })
  const { codes, people, ownerOf } = await judgedRoom(room, database)
  await rankContest(acts(room.holder, over), room.number, '')
  const decide = (now: string, change = {}) =>
    decideContest(acts(room.holder, now), room.number, { ...order, ...change })
  await expect(decide(appeals)).rejects.toMatchObject({ code: 'contest-appeal-runs' })
  await expect(decide(ordered, { day: '2026-04-13' })).rejects.toMatchObject({ code: 'day-future' })
  await expect(decide(ordered, { day: '2026-04-09' })).rejects.toMatchObject({ code: 'contest-order-early' })
  const both = await Promise.allSettled([decide(ordered), decide(ordered)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { nominations } = await resultsOf(acts(room.holder, ordered), room.number)
  expect(nominations[0]?.works.map(({ title }) => title !== null)).toEqual([true, true, true])
  const diplomas = await db
    .select()
    .from(contestDiplomas)
    .where(eq(contestDiplomas.contestId, room.contest?.id ?? ''))
    .orderBy(contestDiplomas.number)
  expect(diplomas.map(({ number, place, award }) => [number, place, award])).toEqual([
    [1, 1, 'winner'],
    [2, 2, 'prize'],
    [3, 3, 'prize'],
  ])
  const papers = await db
    .select()
    .from(issued)
    .where(eq(issued.code, diplomas[0]?.code ?? ''))
  expect(papers).toMatchObject([{ kind: 'contest-diploma', revokedAt: null }])
  const made = await ran(room, database, acts(room.holder, ordered), 'diplomas')
  expect(made).toMatchObject({ state: 'done', total: 3, done: 3 })
  const kept = await runFile(acts(room.holder, ordered), room.number, 'diplomas')
  const zip = await readFile(join(room.dataDir, 'files', kept.sha256))
  expect(Object.keys(new PizZip(zip).files)).toHaveLength(3)
  const protocol = await juryProtocol(acts(room.holder, ordered), room.number, 'docx', paper)
  const text = new PizZip(protocol.bytes).file('word/document.xml')?.asText() ?? ''
  for (const code of codes) expect(text).toContain(code)
  expect(await diplomaUnder({ db }, papers[0] as never)).toMatchObject({
    number: 1,
    place: 1,
    award: 'winner',
  })
  const worked = await db
    .select({ outcome: engagements.outcome })
    .from(engagements)
    .where(eq(engagements.personId, people[0]?.personId ?? ''))
  expect(worked.map(({ outcome }) => outcome)).toEqual(['finished', 'finished', 'finished'])
  const { number, teacher } = ownerOf(codes[2] ?? '')
  await expect(feedbackOf(acts(room.holder, ordered), number, 'эксперт')).rejects.toMatchObject({
    code: 'forbidden',
  })
  const feedback = await feedbackOf(acts(teacher, ordered), number, 'эксперт')
  expect(feedback).toMatchObject({ place: 3, score: 25, median: 75, final: true, among: 3 })
  expect(JSON.stringify(feedback.criteria)).not.toContain(String(people[0]?.number))
  expect(await askedOf(db, room, people[0]?.personId ?? '')).toHaveLength(3)
  expect((await db.select().from(sheets)).length).toBeGreaterThan(0)
})
