/** Papers of a contest: protocol of the jury and draft order on the results; written when they are asked for. */
import { eq } from 'drizzle-orm'
import type { ActingCtx, Ctx } from '#app/domain/ctx.ts'
import { docxPaper } from '#app/domain/documents/docx-paper.server.ts'
import type { NamedFile } from '#app/domain/documents/merging.ts'
import { type PaperWriter, pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { contestByNumber, nominationsOf } from '#app/domain/panels/contests/facts.server.ts'
import { contestRules } from '#app/domain/panels/contests/rules.ts'
import { found } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { contestPapers as t } from '#content/messages/ru/contest-papers.ts'
import { contestOrders } from '#db/schema/index.ts'
import { type PublishedBody, type PublishedScore, points } from './published.ts'
import { lastRanking } from './ranking.server.ts'
import { worksOf } from './results.server.ts'

export interface Place {
  siteName: string
  /** address of the check page of a code */
  checkPage: (code: string) => string
  demo: string | null
}
export type Format = 'pdf' | 'docx'

/** The protocol of the jury: by code until the order, with names after it. For who works on the contest. */
export async function juryProtocol(
  ctx: ActingCtx,
  number: number,
  format: Format,
  place: Place,
): Promise<NamedFile> {
  const { contest, organisation, ranking, works, nominations, order } = await ranked(ctx, number)
  const body = ranking.body as unknown as PublishedBody
  const write = opened(format, t.protocol, t.protocolOf(contest.title, number), place)
  write.heading('H1', t.protocol)
  write.paragraph(t.protocolOf(contest.title, number))
  write.paragraph(t.holder(organisation))
  write.paragraph(t.basis(contest.basis))
  const sheets = works.reduce((sum, { score }) => sum + score.sheets.length, 0)
  write.paragraph(t.judged(works.length, sheets))
  write.paragraph(body.by === 'raw' ? t.rule : t.ruleAdjusted)
  if (body.missing.length > 0) write.paragraph(t.missing(body.missing.join(', '), ranking.reason))
  for (const { id, title } of nominations) {
    write.heading('H2', title)
    const own = works.filter(({ nominationId }) => nominationId === id)
    const rows = own.map((work) => (order ? namedRow(work) : codedRow(work)))
    await write.table(order ? t.named : t.head, rows, order ? [0.08, 0.1, 0.3, 0.3, 0.1, 0.12] : shares)
  }
  write.heading('H2', t.agreement)
  await write.table(
    [t.criterion, t.alpha, t.interval],
    body.agreement.map(({ title, alpha, low, high }) => [
      title,
      alpha === null ? t.none : told(alpha / 1000),
      low === null || high === null ? t.none : `${told(low / 1000)}…${told(high / 1000)}`,
    ]),
    [0.6, 0.15, 0.25],
  )
  write.small(t.round(ranking.round))
  write.small(t.hash(ranking.sha256))
  write.paragraph(t.signs)
  return { name: `${t.files.protocol} ${number}.${format}`, bytes: await finished(write, t.protocol, place) }
}

/** The draft order: what is approved by name, number and day left blank. For whoever may enter it. */
export async function draftOrder(ctx: ActingCtx, number: number, place: Place): Promise<NamedFile> {
  const { contest, facts } = await contestByNumber(ctx, number)
  authorize(contestRules.decide, ctx.actor, facts)
  const { organisation, works, nominations } = await ranked(ctx, number)
  const write = opened('docx', t.order, t.orderText(contest.title), place)
  write.letterhead(organisation, [])
  write.heading('H1', t.order)
  write.paragraph(t.blank)
  write.strong(t.orderText(contest.title))
  write.paragraph(t.orderBody(contest.basis))
  write.paragraph(t.approve)
  for (const { id, title } of nominations) {
    const own = works.filter(({ nominationId, award }) => nominationId === id && award !== 'none')
    if (own.length === 0) continue
    write.heading('H2', title)
    await write.table(t.named, own.map(namedRow), [0.08, 0.1, 0.3, 0.3, 0.1, 0.12])
  }
  for (const line of [t.diplomas, t.publish, t.control, t.head2]) write.paragraph(line)
  return { name: `${t.files.order} ${number}.docx`, bytes: await finished(write, t.order, place) }
}

export type All = Awaited<ReturnType<typeof reckoned>>
export type Work = All['works'][number]

async function ranked(ctx: ActingCtx, number: number): Promise<All> {
  const { facts } = await contestByNumber(ctx, number)
  authorize(contestRules.read, ctx.actor, facts)
  return reckoned(ctx, number)
}

/** The last ranking with its works, for papers. Problem('not-found') before it. */
export async function reckoned(ctx: Ctx, number: number) {
  const { contest, organisation } = await contestByNumber(ctx, number)
  const ranking = found(await lastRanking(ctx, contest.id))
  const [order] = await ctx.db.select().from(contestOrders).where(eq(contestOrders.contestId, contest.id))
  const rows = await worksOf(ctx, contest.id, ranking.round)
  const works = rows
    .map((row) => ({ ...row, score: row.score as unknown as PublishedScore }))
    .sort((a, b) => (a.place ?? 1e9) - (b.place ?? 1e9) || (a.code < b.code ? -1 : 1))
  const nominations = await nominationsOf(ctx, contest.id)
  return { contest, organisation, ranking, works, nominations, order: order ?? null }
}

const shares = [0.1, 0.14, 0.16, 0.18, 0.22, 0.2]

function codedRow({ place, code, score, award }: Work): string[] {
  const span = `${told(points(score.least))}…${told(points(score.most))}`
  return [
    place === null ? t.none : String(place),
    code,
    told(points(score.score)),
    told(points(score.median)),
    span,
    t.award[award],
  ]
}

function namedRow({ place, code, organisation, title, score, award }: Work): string[] {
  return [
    place === null ? t.none : String(place),
    code,
    organisation,
    title,
    told(points(score.score)),
    t.award[award],
  ]
}

const told = (value: number | null) =>
  value === null ? t.none : String(Math.round(value * 100) / 100).replace('.', ',')

/** A paper of a contest, opened in its format. */
export function opened(format: Format, title: string, subject: string, { siteName }: Place): PaperWriter {
  return (format === 'pdf' ? pdfPaper : docxPaper)({ title, subject, siteName })
}

/** The same, ended with its footer. */
export function finished(write: PaperWriter, title: string, { demo }: Place): Promise<Buffer> {
  return write.finish((page, pages) => [title, t.page(page, pages), ...(demo ? [demo] : [])].join(' · '))
}
