/** Factories of experts with statuses, and of panels in any state: made by the room's own commands. */

import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type ActingCtx, type Actor, dayOf } from '#app/domain/ctx.ts'
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { appointChair, convenePanel } from '#app/domain/panels/composition/convening.server.ts'
import { panelIdOf, unlockedState } from '#app/domain/panels/facts.server.ts'
import type { PanelRequest } from '#app/domain/panels/forms.ts'
import { acceptInvitation, sendInvitations } from '#app/domain/panels/invitations/inviting.server.ts'
import { requestPanel } from '#app/domain/panels/requesting.server.ts'
import { type SheetAnswer, sendSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { publishSheets } from '#app/domain/questionnaires/publishing.server.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { content } from '#content/load.ts'
import type { Db } from '#db/client.ts'
import {
  directionLists,
  directions,
  directionVersions,
  disclosures,
  employments,
  orderItems,
  orders,
  sheets,
  statuses,
} from '#db/schema/index.ts'
import { accountsGiven } from './accounts.ts'
import { type GivenDraft, reviewsGiven } from './reviews.ts'

const MOMENT = '2026-03-02T09:00:00Z'
const ZONE = 'Asia/Yekaterinburg'

export interface GivenPanel {
  id: string
  number: number
  draft: GivenDraft
  secretary: Actor
  direction: string
}

export const panelsGiven = (db: Db) => {
  const accounts = accountsGiven(db)
  const reviews = reviewsGiven(db)
  const ctxFor = (actor: Actor, now: Date | string = MOMENT): ActingCtx => ({
    db,
    actor,
    now: new Date(now),
    zone: ZONE,
  })

  /** A direction of its own list; returns the id of its version. */
  const direction = async (title = 'Процедуры оценки') => {
    const [listId, directionId, id] = [uuidv7(), uuidv7(), uuidv7()]
    await db
      .insert(directionLists)
      .values({ id: listId, code: `list-${listId}`, title: 'Список', during: '[2020-01-01,)' })
    await db.insert(directions).values({ id: directionId, code: `dir-${directionId}` })
    const details = { procedures: [], participants: [], approving: [] }
    await db.insert(directionVersions).values({
      id,
      directionId,
      listId,
      position: 1,
      tier: 'regional',
      title,
      shortTitle: title,
      content: title,
      details,
    })
    return id
  }

  /** An expert who can sign in, employed, with a status and ground for publication. */
  const expert = async (
    directionIds: readonly string[],
    {
      organisationId,
      since = '2021-01-01',
      tier = 'regional' as const,
      employed = true,
      shown = true,
    }: {
      organisationId?: string
      since?: string
      tier?: 'regional' | 'municipal'
      employed?: boolean
      shown?: boolean
    } = {},
  ): Promise<Actor> => {
    const municipality = await accounts.municipality()
    const place = organisationId ?? (await accounts.organisation({ municipalityId: municipality.id })).id
    const someone = await accounts.user()
    const { personId } = someone
    if (employed)
      await db
        .insert(employments)
        .values({ personId, organisationId: place, post: 'учитель', during: '[2019-01-01,)' })
    if (shown)
      await db.insert(disclosures).values(
        (['name', 'work'] as const).map((field) => ({
          personId,
          field,
          ground: 'demo' as const,
          beganAt: new Date('2021-01-01'),
        })),
      )
    for (const id of directionIds) {
      const orderId = uuidv7()
      const itemId = uuidv7()
      await db.insert(orders).values({
        id: orderId,
        slug: `order-${orderId}`,
        issuerId: place,
        number: orderId,
        day: since,
        title: 'Об утверждении',
        effect: 'approves',
        registeredAt: new Date(`${since}T00:00:00Z`),
        source: 'demo',
      })
      const range = `[${since},)`
      await db.insert(orderItems).values({
        id: itemId,
        orderId,
        position: 1,
        personId,
        directionVersionId: id,
        tier,
        act: 'begin',
        during: range,
        printedName: 'Берёзкина А. Л.',
      })
      await db.insert(statuses).values({
        personId,
        directionVersionId: id,
        tier,
        beginItemId: itemId,
        during: range,
        known: '[2021-01-01,)',
      })
    }
    return someone
  }

  /** Several experts of one direction, each of an organisation and municipality of the own. */
  const experts = async (count: number, directionIds: readonly string[]) => {
    const made: Actor[] = []
    for (let at = 0; at < count; at += 1) made.push(await expert(directionIds))
    return made
  }

  /** A panel just asked for, with its secretary. */
  const panel = async (
    options: Partial<PanelRequest> & { draft?: GivenDraft; direction?: string } = {},
  ): Promise<GivenPanel> => {
    const { draft: given, direction: known, ...change } = options
    const draft = given ?? (await reviews.draft())
    const directionId = known ?? (await direction())
    const scopeId =
      draft.institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
    const secretary = await accounts.user({
      role: 'secretary',
      scopeKind: 'organisation',
      scopeId,
      employedAt: scopeId,
    })
    const ctx = ctxFor(draft.institute)
    await publishSheets({ ...ctx, actor: null })
    const number = await requestPanel(ctx, {
      draftId: draft.id,
      title: 'Экспертная группа для проверки',
      tier: 'regional',
      size: 3,
      reserve: 2,
      directions: [directionId],
      maxPerOrganisation: 1,
      maxPerMunicipality: 1,
      answerDays: 3,
      lastDay: dayAfter(dayOf(new Date(MOMENT), ZONE), 20),
      questionnaire: content().sheets[0]?.code ?? '',
      ...change,
    })
    return { id: await panelIdOf({ db }, number), number, draft, secretary, direction: directionId }
  }

  /** A panel whose people are invited. */
  const invited = async (options: Parameters<typeof panel>[0] & { pool?: number } = {}) => {
    const { pool = 6, ...request } = options
    const made = await panel(request)
    const people = await experts(pool, [made.direction])
    await selectBest(ctxFor(made.secretary), made.id)
    await sendInvitations(ctxFor(made.secretary), made.id)
    return { ...made, people }
  }

  const seated = async (panelId: string) =>
    (await unlockedState({ db, actor: null, now: new Date(MOMENT), zone: ZONE }, panelId)).seats

  /** A panel whose sheets are open: everybody accepted, the first is the chair. */
  const convened = async (options: Parameters<typeof invited>[0] = {}) => {
    const made = await invited(options)
    const members = (await seated(made.id)).filter(({ standing }) => standing === 'member')
    const actors = members.map(
      ({ personId }) => made.people.find((one) => one.personId === personId) as Actor,
    )
    for (const [at, { invitation }] of members.entries())
      await acceptInvitation(ctxFor(actors[at] as Actor), invitation?.id ?? '')
    await appointChair(ctxFor(made.secretary), made.id, members[0]?.id ?? '')
    await convenePanel(ctxFor(made.secretary), made.id)
    const opened = await db.select().from(sheets).where(eq(sheets.panelId, made.id))
    const sheetOf = (seatId: string | undefined) => opened.find((sheet) => sheet.seatId === seatId)?.id ?? ''
    return {
      ...made,
      chair: actors[0] as Actor,
      members: actors.map((actor, at) => ({ actor, sheetId: sheetOf(members[at]?.id) })),
    }
  }

  /** A panel whose sheets are all in. */
  const concluding = async (options: Parameters<typeof invited>[0] = {}) => {
    const made = await convened(options)
    for (const [at, { actor, sheetId }] of made.members.entries())
      await sendSheet(ctxFor(actor), sheetId, filled((at % 3) + 2))
    return made
  }

  return { direction, expert, experts, panel, invited, convened, concluding, seated }
}

/** A whole sheet with one mark everywhere. */
export function filled(mark: number, verdict = 'revise'): SheetAnswer[] {
  const criteria = content().sheets[0]?.criteria ?? []
  const plain = { notApplicable: false, blockId: null }
  return [
    ...criteria.map(({ code }) => ({
      question: code,
      value: mark,
      reason: `Оценка ${mark}: обосновано.`,
      ...plain,
    })),
    { question: 'verdict', value: verdict, reason: 'Проект полезен, но требует доработки.', ...plain },
    { question: 'comment', value: 'Уточнить сроки.', reason: '', ...plain },
  ]
}
