/** Reviews of the practices of the demonstration: by the accounts of its experts, else by experts who begin to sign in. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { practiceByNumber } from '#app/domain/practices/facts.server.ts'
import { reviewersFor } from '#app/domain/practices/reviewers.server.ts'
import { answerReview, askReviewer, ownReview, sendReview } from '#app/domain/practices/reviewing.server.ts'
import { content } from '#content/load.ts'
import { practiceStories } from '#content/practice-stories.ts'
import { inForce } from '#db/reach/experts.ts'
import { practiceReviews, users } from '#db/schema/index.ts'
import { expertBy, type Scene } from './demo-scene.server.ts'

/** Two experts are asked and accept; so many of them send their reviews, the account of the expert last. */
export async function reviewed(scene: Scene, editor: ActingCtx, number: number, sends: number) {
  const most = content().practices.review.experts
  const chosen: { personId: string; number: number }[] = []
  while (chosen.length < most) {
    const state = await practiceByNumber(editor, number)
    const [next] = (await reviewersFor(editor, state)).sort((a, b) => a.number - b.number)
    const person = next ?? (await activated(scene, editor, number))
    await askReviewer(editor, number, person.personId)
    chosen.push(person)
  }
  for (const [index, person] of chosen.entries()) {
    const now = new Date(editor.now.getTime() + (3 + index) * 86_400_000)
    const ctx = { ...editor, actor: await expertBy(scene.db, person.number, scene.day), now }
    const review = await reviewBy(editor, person.personId)
    await answerReview(ctx, review, { accept: 'yes', reason: '' })
    if (index < sends) await sendReview(ctx, review, await marks(ctx, review))
  }
}

async function marks(ctx: ActingCtx, review: string) {
  const { reasons, comment } = practiceStories()
  const { form } = await ownReview(ctx, review)
  return form.questions.map(({ code, type }, index) => ({
    question: code,
    value: type === 'scale' ? 2 + ((index + ctx.actor.number) % 2) : code === 'verdict' ? 'publish' : comment,
    reason: reasons[index % reasons.length] ?? '',
    notApplicable: false,
    anchorId: null,
  }))
}

/** An expert of the card's direction who begins to sign in with the password of the demonstration. */
async function activated({ db, day }: Scene, editor: ActingCtx, number: number) {
  const { version, practice } = await practiceByNumber(editor, number)
  const rows = await db.execute<{ personId: string; number: number }>(sql`
    select p.id as "personId", p.number from people p where p.source = 'demo' and p.name_open
      and not exists (select from users u where u.person_id = p.id)
      and exists (select from statuses s where s.person_id = p.id and ${inForce(day)}
        and (${version.directionVersionId}::uuid is null or s.direction_version_id = ${version.directionVersionId}))
      and not exists (select from employments e where e.person_id = p.id and e.organisation_id = ${practice.organisationId})
    order by p.number limit 1`)
  const [person] = rows
  const [known] = await db.select().from(users).where(sql`${users.email} like 'expert@%'`)
  if (!person || !known) throw new RangeError(`the demonstration has nobody to review ${number}`)
  const { passwordHash, emailConfirmedAt, createdAt } = known
  const email = known.email.replace('@', `-${person.number}@`)
  await db.insert(users).values({
    ...{ id: uuidv7(), personId: person.personId, email, passwordHash },
    ...{ emailConfirmedAt, createdAt },
  })
  return person
}

async function reviewBy({ db }: ActingCtx, personId: string): Promise<string> {
  const [row] = await db
    .select({ id: practiceReviews.id })
    .from(practiceReviews)
    .where(and(eq(practiceReviews.personId, personId), sql`${practiceReviews.answer} is null`))
    .orderBy(asc(practiceReviews.askedAt))
    .limit(1)
  return row?.id ?? ''
}
