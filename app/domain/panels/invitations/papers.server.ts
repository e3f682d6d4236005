/**
 * Papers of an invitation: the letter to the director of the person's work, the terms as a calendar, what was signed as
 * a PDF. For the person; the letter also for those who conduct the panel.
 */
import { sql } from 'drizzle-orm'
import { type ActingCtx, dayOf } from '#app/domain/ctx.ts'
import { fieldsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { emptyFields, type Fields, suggestFields, wordsOf } from '#app/domain/documents/fields.ts'
import { fillTemplate } from '#app/domain/documents/filling.server.ts'
import { type PaperHead, type PaperWriter, paragraphsOf } from '#app/domain/documents/pdf.server.ts'
import type { Shelf } from '#app/domain/documents/shelf.ts'
import { templateFor } from '#app/domain/documents/templates.server.ts'
import type { PanelState } from '#app/domain/panels/facts.server.ts'
import { panelByNumber } from '#app/domain/panels/queries.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { panelInvites } from '#content/messages/ru/panel-invites.ts'
import { printTerms, type TermEvent } from './calendar.ts'
import type { ObligationKind } from './obligations.server.ts'
import { offerOf } from './offer.server.ts'

const template = 'invitation-letter'

interface ObligationPrint {
  open: (head: PaperHead) => PaperWriter
  siteName: string
  demo: string | null
  day: (iso: string) => string
}

/** The letter about oneself. */
export async function ownLetter(ctx: ActingCtx, shelf: Shelf, invitationId: string, notice?: string) {
  const { state } = await offerOf(ctx, invitationId)
  return letter(ctx, shelf, state, ctx.actor.personId, notice)
}

/** The letter about somebody who is invited, for those who conduct the panel. */
export async function letterFor(
  ctx: ActingCtx,
  shelf: Shelf,
  at: { number: number; invitationId: string },
  notice?: string,
) {
  const shown = await panelByNumber(ctx, at.number)
  authorize(panelRules.keep, ctx.actor, shown.facts)
  const seat = found(shown.seats.find(({ invitation }) => invitation?.id === at.invitationId))
  return letter(ctx, shelf, shown, seat.personId, notice)
}

async function letter(
  ctx: ActingCtx,
  shelf: Shelf,
  { panel, object }: Pick<PanelState, 'panel' | 'object'>,
  personId: string,
  notice?: string,
): Promise<Uint8Array> {
  const today = dayOf(ctx.now, ctx.zone)
  const [person] = await ctx.db.execute<
    Record<'name' | 'post' | 'work' | 'organisation' | 'address', string>
  >(sql`
    select trim(concat_ws(' ', p.family_name, p.given_name, p.patronymic)) as name, coalesce(w.post, '') as post,
      coalesce(w.work, '') as work, o.name as organisation, o.address
    from people p join organisations o on o.id = ${panel.organisationId}
    left join lateral (select e.post, h.name as work from employments e join organisations h on h.id = e.organisation_id
      where e.person_id = p.id and e.during @> ${today}::date order by lower(e.during) desc, e.id limit 1) w on true
    where p.id = ${personId}`)
  const known = found(person)
  const { paper, hours } = panelInvites
  const all = fieldsOf(content().templates, kindOf(content().templates, template))
  const typed: Fields = {
    organisation: known.organisation,
    organisationAddress: known.address,
    recipientPost: known.work ? `${paper.director} ${known.work}` : '',
    expert: known.name,
    expertPost: known.post,
    panelTitle: object.draft ? paper.draftObject(object.title) : paper.object(object.title),
    fromDay: today,
    untilDay: panel.lastDay,
    hours: hours(panel.hours ?? content().settings.panels.hours),
  }
  const fields = suggestFields(all, typed)
  // what only the sender knows is left for the hand
  const empty = new Set(emptyFields(all, fields).map(({ word }) => word))
  const given = new Set(
    all.filter(({ given }) => given === 'number' || given === 'day').map(({ word }) => word),
  )
  const { bytes } = await templateFor(ctx, shelf, template, panel.organisationId)
  return fillTemplate(bytes, wordsOf(all, fields, {}), {
    blank: (word) => (empty.has(word) || given.has(word) ? '______________' : ''),
    ...(notice ? { notice } : {}),
  }).bytes
}

/** The terms of an own invitation: to answer while it waits, then to send the sheet. What is over is cancelled. */
export async function ownCalendar(ctx: ActingCtx, invitationId: string, publicUrl: string): Promise<string> {
  const { invitation, state, hours, step, seat } = await offerOf(ctx, invitationId)
  const { panel, object } = state
  const { calendar } = panelInvites
  const host = new URL(publicUrl).host
  const url = new URL(`/cabinet/invitations/${invitationId}`, publicUrl).href
  const changes = [invitation.answeredAt, panel.convenedAt, seat.leftAt, panel.cancelledAt]
  const sequence = changes.filter((moment) => moment !== null).length
  const over = ['cancelled', 'declined', 'postponed', 'released', 'left', 'late'].includes(step)
  const base = { sequence, stamp: ctx.now, url, description: calendar.hours(hours) }
  const events: TermEvent[] = [
    {
      ...base,
      uid: `answer-${invitationId}@${host}`,
      day: invitation.lastDay,
      summary: calendar.answer(object.title),
      cancelled: over || invitation.answer !== null,
    },
    {
      ...base,
      // a term that was moved is news of its own
      sequence: sequence + Math.max(0, dayNumber(panel.lastDay) - dayNumber(invitation.lastDay)),
      uid: `sheet-${invitationId}@${host}`,
      day: panel.lastDay,
      summary: calendar.sheet(object.title),
      cancelled: over,
    },
  ]
  return printTerms(calendar.name, events, ctx.zone)
}

const dayNumber = (day: string) => Math.round(Date.parse(day) / 86_400_000)

/** One of the two texts for paper, or as it was signed; as a PDF to print, or as DOCX. */
export async function obligationPaper(
  ctx: ActingCtx,
  invitationId: string,
  kind: ObligationKind,
  { open, siteName, demo, day }: ObligationPrint,
): Promise<Buffer> {
  const { texts, state } = await offerOf(ctx, invitationId)
  const text = found(texts.find((one) => one.kind === kind))
  const { paper } = panelInvites
  const { familyName, givenName, patronymic } = ctx.actor
  const write = open({ title: text.title.ru, subject: state.panel.title, siteName })
  write.small(siteName)
  write.heading('H1', text.title.ru)
  write.strong([familyName, givenName, patronymic].filter(Boolean).join(' '))
  write.paragraph(paper.panel(state.panel.number, state.panel.title))
  for (const part of paragraphsOf(text.text)) write.paragraph(part)
  write.paragraph(text.signed?.way === 'site' ? paper.site(day(text.signed.signedOn)) : paper.signedBy)
  write.small(paper.check(text.version, text.sha256))
  return write.finish((page, pages) => [`${page} / ${pages}`, ...(demo ? [demo] : [])].join(' · '))
}
