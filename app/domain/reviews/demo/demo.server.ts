/**
 * The drafts of the demonstration, told through the room's own commands at moments of the past: the Concept in its
 * second version with remarks carried over, and a draft in each other stage.
 */
import { eq } from 'drizzle-orm'
import { openDiscussion } from '#app/domain/reviews/course/discussing.server.ts'
import { withPlainYears } from '#app/domain/reviews/course/planning.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { createDraft } from '#app/domain/reviews/drafting.server.ts'
import { leaveRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { reply } from '#app/domain/reviews/remarks/replying.server.ts'
import { enterOutcome } from '#app/domain/reviews/summary/outcomes.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { docFromMarkdown } from '#app/domain/reviews/texts/importing.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import { demoContent } from '#content/demo.ts'
import { content } from '#content/load.ts'
import { demoStories, type StoryDraft, type StoryRemark, type StoryVersion } from '#content/stories.ts'
import type { DraftText } from '#content/types.ts'
import type { Db } from '#db/client.ts'
import { drafts, instance, supports } from '#db/schema/index.ts'
import { type Answered, tellCircle, tellLetter, unitsOf } from './demo-beside.server.ts'
import { castOf, ctxAt, type DemoCast } from './demo-people.server.ts'
import { pointed } from './demo-places.ts'
import { planOf, type StoryPlan } from './demo-plans.ts'

/** Tells the stories of drafts once, all or nothing. Without demo data, or when they are told, does nothing. */
export async function seedReviews(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  if (!day) return
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Db
    const known = new Set((await inside.select({ slug: drafts.slug }).from(drafts)).map(({ slug }) => slug))
    const cast = await castOf(inside, day)
    for (const text of content().drafts.filter(({ version }) => version === 1)) {
      const plan = planOf(text.slug)
      if (!known.has(text.slug) && plan) await new Story(inside, day, cast, text, plan).tell()
    }
  })
}

type Told = { id: string; story: Pick<StoryRemark, 'decision' | 'reason'> & { changed?: boolean } }

class Story {
  #draftId = ''

  constructor(
    readonly db: Db,
    readonly day: string,
    readonly cast: DemoCast,
    readonly text: DraftText,
    readonly plan: StoryPlan,
  ) {}

  async tell(): Promise<void> {
    const { id, versionId } = await createDraft(this.#developer(this.plan.begun), {
      title: this.text.title,
      slug: this.text.slug,
      kind: this.text.kind,
      developerId: this.#developerId(),
      ground: this.text.ground,
      explanatoryNote: this.text.note,
      contact: this.text.contact ?? '',
      lang: this.text.language,
      body: docFromMarkdown(this.text.body).doc,
    })
    this.#draftId = id
    const stages = this.plan.stages.map(({ first, last, ...stage }) => ({
      ...stage,
      firstDay: dayAfter(this.day, first),
      lastDay: dayAfter(this.day, last),
    }))
    await publishVersion(this.#developer(this.plan.begun + 1), versionId)
    const plan = { process: this.plan.process, stages }
    // the demonstration is loaded on any day, also where the calendars end
    const calendars = withPlainYears(
      content().calendars,
      stages.map(({ lastDay }) => lastDay),
    )
    await openDiscussion(this.#developer(this.plan.begun + 1), id, plan, calendars)
    const story = demoStories().drafts.find(({ slug }) => slug === this.text.slug)
    const [first, second] = story?.versions ?? []
    const told = await this.#remarks(first?.remarks ?? [], versionId, this.plan.talk)
    await this.#decide(told, this.plan.answered)
    if (story) await this.#decide(await this.#beside(story, versionId), this.plan.answered)
    if (second && this.plan.second !== undefined) await this.#second(told, second, this.plan.second)
    if (this.plan.summary !== undefined) await publishSummary(this.#developer(this.plan.summary), id)
    if (story?.outcome) await this.#outcome(story.outcome)
  }

  /** Papers that were entered, and positions gathered behind closed doors. */
  async #beside({ letters, circles }: StoryDraft, versionId: string): Promise<Told[]> {
    const { db, day, cast } = this
    const units = await unitsOf(db, versionId)
    const developer = (offset: number, hour?: number) => this.#developer(offset, hour)
    const scene = { db, day, cast, draftId: this.#draftId, units, developer }
    const told: Answered[] = []
    for (const letter of letters) told.push(...(await tellLetter(scene, letter)))
    for (const circle of circles) told.push(...(await tellCircle(scene, circle)))
    return told.map(({ id, ...story }) => ({ id, story }))
  }

  /** The text that was approved differs in these words from the last version. */
  async #outcome({ entered, day, changes, ...act }: NonNullable<StoryDraft['outcome']>): Promise<void> {
    let text = this.text.body
    for (const { from, to } of changes) {
      if (!text.includes(from)) throw new RangeError(`no words «${from}»`)
      text = text.replace(from, to)
    }
    await enterOutcome(this.#developer(entered), this.#draftId, {
      ...{ ...act, kind: 'approved', day: dayAfter(this.day, day), reason: '', correction: '' },
      file: { name: `${this.text.slug}.md`, bytes: new TextEncoder().encode(text) },
    })
  }

  /** The second version brings the promised changes and is discussed in its turn. */
  async #second(told: Told[], { remarks, open }: StoryVersion, offset: number): Promise<void> {
    const next = content().drafts.find(({ slug, version }) => slug === this.text.slug && version === 2)
    if (!next) return
    const ctx = this.#developer(offset)
    const { id } = await beginVersion(ctx, this.#draftId)
    await saveVersion(ctx, id, { doc: docFromMarkdown(next.body).doc, edition: 1, note: next.note })
    const answers = told.filter(({ story }) => story.changed).map(({ id }) => ({ remarkId: id }))
    await publishVersion(ctx, id, { answers, ...(await seenAll(ctx, this.#draftId, open)) })
    await this.#decide(await this.#remarks(remarks, id, [offset + 1, -1]), -1)
  }

  async #remarks(
    stories: StoryRemark[],
    versionId: string,
    [first, last]: [number, number],
  ): Promise<Told[]> {
    const units = await unitsOf(this.db, versionId)
    const told: Told[] = []
    for (const [at, story] of stories.entries()) {
      const offset = first + Math.floor((at * (last - first + 1)) / stories.length)
      const ctx = this.#ctx(story.who, offset, 4 + (at % 9))
      const { id } = await leaveRemark(ctx, {
        draftId: this.#draftId,
        versionId,
        ...pointed(units, story),
        kind: story.kind,
        weight: story.weight,
        body: story.body,
        replacement: story.replacement ?? null,
        shownAs: story.as,
      })
      for (const [n, { who, body }] of story.replies.entries())
        await reply(this.#speaker(who, offset, 13 + n), id, body)
      await this.#support(id, at, story.supports, ctx.now)
      told.push({ id, story })
    }
    return told
  }

  async #decide(told: Told[], offset: number): Promise<void> {
    for (const { id, story } of told) {
      if (story.decision)
        await decide(this.#developer(offset), id, { decision: story.decision, reason: story.reason })
    }
  }

  /** Experts other than the authors; support is a row without words, so many are added at once. */
  async #support(remarkId: string, at: number, count: number, createdAt: Date): Promise<void> {
    const some = this.cast.expertIds.slice(200).filter((_, n) => (n + at * 7) % 6 === 0)
    const rows = some.slice(0, count).map((personId) => ({ remarkId, personId, createdAt }))
    if (rows.length > 0) await this.db.insert(supports).values(rows)
  }

  #ctx(who: string | number, offset: number, hour = 6) {
    const day = dayAfter(this.day, offset)
    return ctxAt(this.db, this.cast.actor(who, day), moment(day, hour), content().instance.timezone)
  }

  /** The developer's own login answers with the developer's rights. */
  #speaker(who: string | number, offset: number, hour: number) {
    return who === this.plan.login ? this.#developer(offset, hour) : this.#ctx(who, offset, hour)
  }

  #developer(offset: number, hour = 6) {
    const day = dayAfter(this.day, offset)
    const actor = this.cast.developer(this.plan.login, this.#developerId(), day)
    return ctxAt(this.db, actor, moment(day, hour), content().instance.timezone)
  }

  #developerId(): string {
    const body = demoContent().community.bodies.find(({ standsFor }) => standsFor === this.text.developer)
    const id = this.cast.organisationIds.get(body?.code ?? this.text.developer)
    if (!id) throw new RangeError(`the demonstration has no ${this.text.developer}`)
    return id
  }
}

function moment(day: string, hour: number): Date {
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
}
