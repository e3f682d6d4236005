/**
 * The panels of the demonstration, told through the room's own commands at moments of the past: one with an issued
 * conclusion, one with open sheets, one selected by lot with a decline, one that waits for answers, and the stages between.
 */
import { and, eq, inArray } from 'drizzle-orm'
import { publishSheets } from '#app/domain/questionnaires/publishing.server.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { castOf } from '#app/domain/reviews/demo/demo-people.server.ts'
import { content } from '#content/load.ts'
import { panelStories } from '#content/panel-stories.ts'
import type { Db } from '#db/client.ts'
import { directionLists, directions, directionVersions, drafts, instance, panels } from '#db/schema/index.ts'
import { selectBest } from './choosing.server.ts'
import { concludeDemo } from './conclusions/demo.server.ts'
import { tellConcluded } from './conclusions/demo-stages.server.ts'
import type { Press } from './conclusions/opening.server.ts'
import { tellConflicts } from './conflicts/demo.server.ts'
import { DemoPanel, type DemoPlan } from './demo-panel.server.ts'
import { stagePlans, tellStages } from './demo-stages.server.ts'
import { declineInvitation } from './invitations/inviting.server.ts'
import { announceLot, drawLot } from './lottery/lots.server.ts'

const plans = {
  issued: {
    slug: 'registry-procedure',
    login: 'operator',
    begun: -62,
    answerDays: 3,
    term: 20,
    size: 5,
    reserve: 2,
  },
  sheets: {
    slug: 'information-systems-regulation',
    login: 'operator',
    begun: -9,
    answerDays: 4,
    term: 18,
    size: 5,
    reserve: 2,
  },
  lot: { slug: 'concept', login: 'institute', begun: -5, answerDays: 5, term: 25, size: 5, reserve: 3 },
  waiting: {
    slug: 'objectivity-method',
    login: 'institute',
    begun: -2,
    answerDays: 5,
    term: 20,
    size: 3,
    reserve: 2,
  },
  ...stagePlans,
} satisfies Record<string, Omit<DemoPlan, 'title'>>

/** Tells the stories of panels once, after the drafts'. Without demo data, or when they are told, does nothing. */
export async function seedPanels(db: Db, press: Press): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db.select({ id: panels.id }).from(panels).limit(1)
  const slugs = [...new Set(Object.values(plans).map(({ slug }) => slug))]
  const known = await db.select({ slug: drafts.slug }).from(drafts).where(inArray(drafts.slug, slugs))
  if (!day || told || known.length < slugs.length) return
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Db
    const { titles } = panelStories()
    const [cast, directionId] = [await castOf(inside, day), await directionOf(inside)]
    await publishSheets({
      db: inside,
      actor: null,
      now: new Date(`${dayAfter(day, -90)}T06:00:00Z`),
      zone: content().instance.timezone,
    })
    const begin = async (kind: keyof typeof plans) => {
      const panel = new DemoPanel(
        inside,
        day,
        cast,
        { ...plans[kind], title: titles[kind] ?? kind },
        directionId,
      )
      await panel.request()
      return panel
    }
    await tellIssued(await begin('issued'), press)
    await tellSheets(await begin('sheets'))
    await tellLot(await begin('lot'))
    await tellWaiting(await begin('waiting'))
    await tellStages(begin)
    await tellConcluded({ db: inside, day, cast, directionId }, press)
  })
}

async function tellIssued(panel: DemoPanel, press: Press): Promise<void> {
  await selectBest(panel.staff(-61), panel.id)
  await panel.invite(-61)
  await panel.acceptAll(-60)
  await panel.convene(-59, null)
  await panel.sendSheets(-56, 5)
  await concludeDemo(panel, press, { from: -54, until: 'issued' })
}

async function tellSheets(panel: DemoPanel): Promise<void> {
  await panel.chooseWith(['chair', 'expert'], -8)
  await panel.invite(-8)
  await panel.acceptAll(-7)
  await panel.convene(-6, 'chair')
  await panel.sendSheets(-2, 3, ['chair', 'expert'])
}

async function tellLot(panel: DemoPanel): Promise<void> {
  const { source, publicValue, decline } = panelStories()
  await announceLot(panel.staff(-4), panel.id, source)
  await drawLot(panel.staff(-3), panel.id, publicValue)
  await panel.invite(-3)
  const [first] = await panel.unansweredByOthers()
  if (first) await declineInvitation(await panel.expert(first.personId, -2), first.id, { reason: decline })
  await panel.accept(-1, (await panel.unansweredByOthers()).slice(0, 3))
  await tellConflicts(panel)
}

async function tellWaiting(panel: DemoPanel): Promise<void> {
  await panel.chooseWith(['expert', 'chair'], -1)
  await panel.invite(-1)
}

/** The direction of public expertise: the first that the drafts name, in the newest list. */
async function directionOf(db: Db): Promise<string> {
  const code = content().drafts.find(({ directions }) => directions.length > 0)?.directions[0] ?? ''
  const rows = await db
    .select({ id: directionVersions.id, during: directionLists.during })
    .from(directionVersions)
    .innerJoin(directions, and(eq(directions.id, directionVersions.directionId), eq(directions.code, code)))
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
  const newest = rows.sort((a, b) => (a.during < b.during ? 1 : -1))[0]
  if (!newest) throw new RangeError(`the demonstration has no direction ${code}`)
  return newest.id
}
