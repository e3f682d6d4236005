/** A practice for tests, through its own commands: a school's expert writes it, the coordinator's editor looks after it. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/ctx.ts'
import { checkPractice } from '#app/domain/practices/checking.server.ts'
import { decidePractice } from '#app/domain/practices/deciding.server.ts'
import { answerReview, askReviewer, ownReview, sendReview } from '#app/domain/practices/reviewing.server.ts'
import { publishRubric } from '#app/domain/practices/rubric.server.ts'
import { sendPractice } from '#app/domain/practices/sending.server.ts'
import { startPractice } from '#app/domain/practices/starting.server.ts'
import { savePassport, saveSection } from '#app/domain/practices/writing.server.ts'
import type { Answer } from '#app/domain/questionnaires/forms.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import { practiceReviews, practices, practiceVersions } from '#db/schema/index.ts'
import type { Acts, Given } from '#test/support/database.ts'

export type Room = Awaited<ReturnType<typeof practiceRoom>>

/** A paragraph of the editor with so many letters. */
export const docOf = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: uuidv7() }, content: [{ type: 'text', text: words }] }],
})
export const long = 'Что было сделано и что из этого вышло. '.repeat(12).trim()

export async function practiceRoom({ given, acts, db }: { given: Given; acts: Acts; db: Db }) {
  await publishRubric({ db, actor: null, now: new Date('2025-01-01T00:00:00Z'), zone: 'Asia/Yekaterinburg' })
  const direction = await given.direction()
  const school = await given.organisation()
  const author = await given.expert([direction], { organisationId: school.id })
  const editor = await given.user({ role: 'coordinator', scopeKind: 'region' })
  const number = await startPractice(acts(author), {
    ...{ kind: 'expert', organisationId: school.id, title: `Разбор работ ВПР ${school.id}` },
  })
  const dataDir = await mkdtemp(join(tmpdir(), 'rses-practice-'))
  return { number, direction, school, author, editor, dataDir, given, acts, db }
}

/** Everything that a card needs before it is sent. */
export async function filled(room: Room) {
  const { number, author, acts, direction } = room
  const { practice, version } = await rowsOf(room)
  await savePassport(acts(author), number, {
    ...{ title: version.title, abstract: 'Как учителя двух школ разбирают работы вместе.', direction },
    ...{ tier: 'municipal', subjects: ['mathematics'], licence: 'cc-by-4', edition: version.edition },
  })
  for (const { code } of content().practices.sections)
    await saveSection(acts(author), number, code, { doc: docOf(`${code}. ${long}`), seen: 0 })
  return practice
}

/** Two experts who may look at it; asked and accepted. */
export async function asked(room: Room): Promise<{ reviewer: Actor; review: string }[]> {
  const two = []
  for (let at = 0; at < content().practices.review.experts; at += 1) {
    const reviewer = await room.given.expert([room.direction])
    await askReviewer(room.acts(room.editor), room.number, reviewer.personId)
    const rows = await room.db
      .select({ id: practiceReviews.id })
      .from(practiceReviews)
      .where(eq(practiceReviews.personId, reviewer.personId))
    const review = rows[0]?.id ?? ''
    await answerReview(room.acts(reviewer), review, { accept: 'yes', reason: '' })
    two.push({ reviewer, review })
  }
  return two
}

/** Answers to every question of the rubric. */
export async function marks(
  room: Room,
  reviewer: Actor,
  review: string,
  verdict = 'publish',
): Promise<Answer[]> {
  const { form } = await ownReview(room.acts(reviewer), review)
  return form.questions.map(({ code, type }) => ({
    question: code,
    value: type === 'scale' ? 2 : code === 'verdict' ? verdict : 'Хорошо.',
    reason: 'Видно из описания.',
    ...{ notApplicable: false, anchorId: null },
  }))
}

/** Sent, let through, reviewed by two, published. */
export async function published(room: Room) {
  await filled(room)
  await sendPractice(room.acts(room.author), room.number)
  await checkPractice(room.acts(room.editor), room.number, { decision: 'reviewing', reason: '' })
  const reviews = await asked(room)
  for (const { reviewer, review } of reviews)
    await sendReview(room.acts(reviewer), review, await marks(room, reviewer, review))
  await decidePractice(room.acts(room.editor), room.number, {
    decision: 'publish',
    reason: '',
    publishOn: '',
  })
  return reviews
}

export async function rowsOf({ db, number }: Pick<Room, 'db' | 'number'>) {
  const rows = await db
    .select({ practice: practices, version: practiceVersions })
    .from(practices)
    .innerJoin(practiceVersions, eq(practiceVersions.practiceId, practices.id))
    .where(eq(practices.number, number))
  const newest = rows.sort((a, b) => b.version.number - a.version.number)[0]
  if (!newest) throw new Error('no such practice')
  return newest
}
