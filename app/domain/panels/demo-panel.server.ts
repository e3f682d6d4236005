/** One panel of the demonstration: its staff, its people, and the steps that stories are made of. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { ctxAt, type DemoCast } from '#app/domain/reviews/demo/demo-people.server.ts'
import { content } from '#content/load.ts'
import { panelStories } from '#content/panel-stories.ts'
import type { Db } from '#db/client.ts'
import { drafts, invitations, people, seats, sheets, users } from '#db/schema/index.ts'
import { candidatesOf, isOpen } from './candidates.server.ts'
import { selectByHand } from './choosing.server.ts'
import { appointChair, convenePanel } from './composition/convening.server.ts'
import { settleWarnings } from './conflicts/demo.server.ts'
import { panelIdOf, unlockedState } from './facts.server.ts'
import { acceptInvitation, sendInvitations } from './invitations/inviting.server.ts'
import { requestPanel } from './requesting.server.ts'
import { lastRound, secondSheetsOf } from './rounds/facts.server.ts'
import { sendSecondMarks } from './rounds/marking.server.ts'
import { type SheetAnswer, sendSheet } from './sheets/filling.server.ts'

export interface DemoPlan {
  slug: string
  title: string
  /** whose login works for the developer */
  login: string
  begun: number
  answerDays: number
  /** days from the request to the last day of the sheets */
  term: number
  size: number
  reserve: number
}

const rights = ['panel.request', 'panel.read', 'panel.select', 'panel.convene', 'sheet.read', 'draft.read']

export class DemoPanel {
  id = ''
  #organisationId = ''

  constructor(
    readonly db: Db,
    readonly day: string,
    readonly cast: DemoCast,
    readonly plan: DemoPlan,
    readonly directionId: string,
  ) {}

  /** Asks for the panel on the day of the plan. */
  async request(): Promise<void> {
    const [row] = await this.db.select().from(drafts).where(eq(drafts.slug, this.plan.slug))
    const { id, developerId } = found(row)
    this.#organisationId = developerId
    const { begun, term, title, size, reserve, answerDays } = this.plan
    const number = await requestPanel(this.staff(begun), {
      ...{ draftId: id, title, size, reserve, answerDays, lastDay: dayAfter(this.day, begun + term) },
      ...{ tier: 'regional', directions: [this.directionId], maxPerOrganisation: 1, maxPerMunicipality: 2 },
      questionnaire: content().sheets[0]?.code ?? '',
    })
    this.id = await panelIdOf(this, number)
  }

  /** The developer's employee, with the rights of whoever conducts panels there. */
  staff(offset: number): ActingCtx {
    const actor = this.cast.actor(this.plan.login, dayAfter(this.day, offset))
    const scope = { scopeKind: 'organisation' as const, scopeId: this.#organisationId }
    return this.#at({ ...actor, powers: rights.map((capability) => ({ capability, ...scope })) }, offset)
  }

  /** An expert as the site knows them. */
  async expert(personId: string, offset: number): Promise<ActingCtx> {
    const { number, familyName, givenName, patronymic } = people
    const fields = { number, familyName, givenName, patronymic }
    const row = found((await this.db.select(fields).from(people).where(eq(people.id, personId)))[0])
    const actor: Actor = { ...row, personId, userId: '', emailConfirmed: true, powers: [], today: this.day }
    return this.#at(actor, offset)
  }

  dayAt(offset: number): string {
    return dayAfter(this.day, offset)
  }

  async chair(offset: number): Promise<ActingCtx> {
    const { facts } = await unlockedState(this.staff(offset), this.id)
    return this.expert(facts.chairId ?? '', offset)
  }

  /** By hand: the named sign-ins first, then of other organisations and municipalities, from a place of the list on. */
  async chooseWith(logins: readonly string[], offset: number, from = 0): Promise<void> {
    const ctx = this.staff(offset)
    const named = logins.map((login) => this.cast.actor(login, this.day).number)
    const all = (await candidatesOf(ctx, await unlockedState(ctx, this.id))).filter(isOpen)
    const taken = new Set(
      all.filter(({ number }) => named.includes(number)).map(({ municipalityId }) => municipalityId),
    )
    const others = all.filter(({ number, municipalityId }) => {
      if (named.includes(number) || taken.has(municipalityId)) return false
      taken.add(municipalityId)
      return true
    })
    const numbers = [...named, ...others.slice(from).map(({ number }) => number)]
    const { size, reserve } = this.plan
    await selectByHand(ctx, this.id, {
      members: numbers.slice(0, size),
      reserve: numbers.slice(size, size + reserve),
      reason: 'Эти эксперты уже работали с прежней редакцией документа.',
    })
  }

  async invite(offset: number): Promise<void> {
    await settleWarnings(this.staff(offset), this.id)
    await sendInvitations(this.staff(offset), this.id)
  }

  /** Invitations without an answer, by rank of their seats. */
  async unanswered() {
    return this.db
      .select({ id: invitations.id, personId: seats.personId })
      .from(invitations)
      .innerJoin(seats, eq(seats.id, invitations.seatId))
      .where(and(eq(seats.panelId, this.id), isNull(invitations.answer)))
      .orderBy(asc(seats.rank))
  }

  /** The same without those who can sign in: whom a lot has met answers in the own cabinet. */
  async unansweredByOthers() {
    const signIns = await this.db.select({ personId: users.personId }).from(users)
    const own = new Set(signIns.map(({ personId }) => personId))
    return (await this.unanswered()).filter(({ personId }) => !own.has(personId))
  }

  async accept(offset: number, invited: readonly { id: string; personId: string }[]): Promise<void> {
    for (const { id, personId } of invited) await acceptInvitation(await this.expert(personId, offset), id)
  }

  async acceptAll(offset: number): Promise<void> {
    await this.accept(offset, (await this.unanswered()).slice(0, this.plan.size))
  }

  /** Names the chair, the given sign-in or the first member, and opens the sheets. */
  async convene(offset: number, login: string | null): Promise<void> {
    const wanted = login && this.cast.actor(login, this.day).personId
    const members = (await unlockedState(this.staff(offset), this.id)).seats.filter(
      ({ standing }) => standing === 'member',
    )
    const chair = members.find(({ personId }) => personId === wanted) ?? members[0]
    await settleWarnings(this.staff(offset), this.id)
    await appointChair(this.staff(offset), this.id, chair?.id ?? '')
    await convenePanel(this.staff(offset), this.id)
  }

  /** Sends so many sheets, but not those of the named sign-ins. */
  async sendSheets(
    offset: number,
    count: number,
    except: readonly string[] = [],
    apart = false,
  ): Promise<void> {
    const spared = except.map((login) => this.cast.actor(login, this.day).personId)
    const rows = await this.db
      .select({ id: sheets.id, personId: seats.personId })
      .from(sheets)
      .innerJoin(seats, eq(seats.id, sheets.seatId))
      .where(eq(sheets.panelId, this.id))
      .orderBy(asc(seats.rank))
    const open = rows.filter(({ personId }) => !spared.includes(personId)).slice(0, count)
    for (const [at, { id, personId }] of open.entries())
      await sendSheet(await this.expert(personId, offset), id, answersOf(at, apart))
  }

  /** So many members, but not the named sign-ins, answer the open round: each by a second mark and a kept one. */
  async answerRound(offset: number, count: number, except: readonly string[]): Promise<void> {
    const { round } = panelStories()
    const spared = except.map((login) => this.cast.actor(login, this.day).personId)
    const open = found(await lastRound({ db: this.db }, this.id))
    const waiting = (await secondSheetsOf({ db: this.db }, open.id)).filter(
      ({ personId }) => !spared.includes(personId),
    )
    for (const { personId } of waiting.slice(0, count)) {
      const marks = open.criteria.map((question, at) => ({
        ...{ question, notApplicable: false, kept: at > 0 },
        ...(at > 0 ? { mark: null, reason: '' } : { mark: 3, reason: round.second }),
      }))
      await sendSecondMarks(await this.expert(personId, offset), this.id, marks)
    }
  }

  #at(actor: Actor, offset: number): ActingCtx {
    const now = new Date(`${dayAfter(this.day, offset)}T06:00:00Z`)
    return ctxAt(this.db, actor, now, content().instance.timezone)
  }
}

const isApart = (place: number) => place % 4 === 0

/** Criteria on which the sheets of a story that lies apart differ. */
export function criteriaApart(): string[] {
  return (content().sheets[0]?.criteria ?? []).flatMap(({ code }, place) => (isApart(place) ? [code] : []))
}

/** The answers of the sheet at this place of the story. */
function answersOf(at: number, apart: boolean): SheetAnswer[] {
  const { marks, reasons, verdicts } = panelStories()
  const plain = { notApplicable: false, blockId: null }
  const verdict = verdicts[at % verdicts.length]
  const criteria = (content().sheets[0]?.criteria ?? []).map(({ code }, place) => {
    const said = reasons[code] ?? []
    return {
      question: code,
      // every second sheet of a story that lies apart is as strict on some criteria as the others are content
      value: apart && isApart(place) ? (at % 2 === 0 ? 4 : 1) : (marks[at % marks.length]?.[place] ?? 0),
      reason: said[at % said.length] ?? '',
      ...plain,
    }
  })
  return [
    ...criteria,
    { question: 'verdict', value: verdict?.code ?? '', reason: verdict?.reason ?? '', ...plain },
    { question: 'comment', value: verdict?.comment ?? '', reason: '', ...plain },
  ]
}
