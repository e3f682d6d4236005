/** The practices of the demonstration, of both kinds and at every stage, told through the room's own commands. */
import { eq, inArray } from 'drizzle-orm'
import { answerAuthor, askAuthor } from '#app/domain/practices/authors.server.ts'
import { checkPractice } from '#app/domain/practices/checking.server.ts'
import { decidePractice } from '#app/domain/practices/deciding.server.ts'
import { publishRubric } from '#app/domain/practices/rubric.server.ts'
import { renewPractice, sendPractice } from '#app/domain/practices/sending.server.ts'
import { startPractice } from '#app/domain/practices/starting.server.ts'
import { withdrawPractice } from '#app/domain/practices/withdrawing.server.ts'
import { castOf } from '#app/domain/reviews/demo/demo-people.server.ts'
import { content } from '#content/load.ts'
import { type PracticeStory, practiceStories } from '#content/practice-stories.ts'
import type { Db } from '#db/client.ts'
import { instance, people, practices } from '#db/schema/index.ts'
import { reviewed } from './demo-reviews.server.ts'
import { actorBy, at, editorAt, type Scene } from './demo-scene.server.ts'
import { mend, written } from './demo-writing.server.ts'

/** Days from the first word of a version to its sending, check, reviews, decision, and to the next version. */
const course = { sent: 4, checked: 5, asked: 6, decided: 14, next: 45 }

/** Tells the stories of practices once. Without demo data, or when they are told, does nothing. */
export async function seedPractices(db: Db, dataDir: string | null = null): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db.select({ id: practices.id }).from(practices).limit(1)
  if (!day || told) return
  const stories = [...practiceStories().practices].sort((a, b) => b.days - a.days)
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Db
    const cast = await castOf(inside, day)
    const codes = stories.map(({ organisation }) => organisation)
    if (codes.some((code) => !cast.organisationIds.has(code))) return
    const zone = content().instance.timezone
    await publishRubric({ db: inside, actor: null, now: at(day, -400), zone })
    for (const story of stories) await tell({ db: inside, day, cast, zone, dataDir }, story)
  })
}

async function tell(scene: Scene, story: PracticeStory) {
  const author = await actorBy(scene, story)
  const by = (offset: number) => ({ ...author, now: at(scene.day, offset - story.days) })
  const organisationId = scene.cast.organisationIds.get(story.organisation) ?? ''
  const { kind, title, stage } = story
  const number = await startPractice(by(0), { kind, organisationId, title })
  await written(scene, by(1), number, story)
  for (const login of story.with) await invited(scene, by(1), number, login, stage !== 'draft')
  if (stage === 'draft') return
  for (let version = 1; version <= story.versions; version += 1) {
    const begun = (version - 1) * course.next
    if (version > 1) {
      await renewPractice(by(begun), number)
      await mend(by(begun), number)
    }
    await sendPractice(by(begun + course.sent), number)
    if (stage === 'sent') return
    const editor = (offset: number) => editorAt(scene, begun + offset - story.days)
    const { check } = practiceStories()
    if (stage === 'returned')
      return checkPractice(editor(course.checked), number, { decision: 'returned', reason: check })
    await checkPractice(editor(course.checked), number, { decision: 'reviewing', reason: '' })
    await reviewed(scene, editor(course.asked), number, stage === 'reviewing' ? 1 : 2)
    if (stage === 'reviewing') return
    const publishOn = stage === 'planned' ? isoDay(at(scene.day, 5)) : ''
    await decidePractice(editor(course.decided), number, { decision: 'publish', reason: '', publishOn })
  }
  if (stage === 'withdrawn') await withdrawPractice(by(story.days - 20), number, practiceStories().withdrawn)
}

/** A co-author is asked, and confirms it the next day where the story goes on. */
async function invited(
  scene: Scene,
  ctx: Parameters<typeof askAuthor>[0],
  number: number,
  login: string,
  confirms: boolean,
) {
  const actor = scene.cast.actor(login, scene.day)
  const [person] = await scene.db
    .select({ number: people.number })
    .from(people)
    .where(inArray(people.id, [actor.personId]))
  await askAuthor(ctx, number, person?.number ?? 0)
  if (confirms) await answerAuthor({ ...ctx, actor }, number, 'confirmed')
}

const isoDay = (moment: Date) => moment.toISOString().slice(0, 10)
