/** The protocol of a contest's lot as a paper: rules, probabilities, what fell, and the sums by which anybody checks it. */
import type { Ctx } from '#app/domain/ctx.ts'
import { dayOf } from '#app/domain/ctx.ts'
import { longDay } from '#app/domain/documents/fields.ts'
import type { NamedFile } from '#app/domain/documents/merging.ts'
import { pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { hundredthsOf } from '#app/domain/panels/lottery/protocol.ts'
import { contestLots as words } from '#content/messages/ru/contest-lots.ts'
import { lotView } from './queries.server.ts'

export async function lotPaper(
  ctx: Ctx,
  number: number,
  lot: number,
  { siteName, address, demo }: { siteName: string; address: string; demo: string | null },
): Promise<NamedFile> {
  const { contest, organisation, protocol } = await lotView(ctx, number, lot)
  const { page, paper, columns } = words
  const { rules, shares, candidates, chosen, draw, people } = protocol
  const title = page.title(lot)
  const made = draw ? new Date(draw.drawnAt) : new Date(protocol.announcedAt)
  const write = pdfPaper({ title, subject: contest.title, siteName, made })
  write.heading('H1', title)
  write.paragraph(`«${contest.title}», ${page.eyebrow(number)}`)
  write.paragraph(paper.holder(organisation))
  const day = (moment: string) => longDay(dayOf(new Date(moment), ctx.zone))
  write.paragraph(paper.announced(day(protocol.announcedAt)))
  write.paragraph(draw ? paper.drawn(day(draw.drawnAt)) : page.leadAnnounced)
  write.heading('H2', page.rules)
  write.paragraph(
    `${[
      page.perWork(rules.perWork),
      ...(rules.reserve > 0 ? [page.reserve(rules.reserve)] : []),
      page.capRule(words.percent(hundredthsOf(rules.cap))),
      page.loadRule(rules.load),
      ...(rules.maxPerOrganisation === null ? [] : [page.organisation(rules.maxPerOrganisation)]),
      ...(rules.maxPerMunicipality === null ? [] : [page.municipality(rules.maxPerMunicipality)]),
    ].join('; ')}.`,
  )
  write.paragraph(paper.pool(candidates.length, words.percent(hundredthsOf(shares.greatest))))
  const personOf = new Map(people?.map(({ row, person }) => [row, person]))
  const who = (rows: readonly number[]) =>
    rows
      .map((row) => (personOf.has(row) ? `${page.row(row)} (№\u00a0${personOf.get(row)})` : page.row(row)))
      .join(', ') || paper.none
  if (draw) {
    write.heading('H2', page.drawn)
    await write.table(
      [columns.code, columns.members, columns.reserve],
      chosen.map(({ code, members, reserve }) => [code, who(members), who(reserve)]),
      [0.12, 0.58, 0.3],
    )
  }
  write.heading('H2', words.chances)
  const percent = (share: number) => words.percent(Math.floor((share * 10_000) / shares.denominator))
  await write.table(
    [columns.code, columns.rows],
    shares.works.map(({ code, shares: own }) => [
      code,
      own.map(({ row, share }) => `${page.row(row)}: ${percent(share)}`).join(', '),
    ]),
    [0.12, 0.88],
  )
  write.heading('H2', page.sums)
  const sums = { ...protocol, ...(draw ?? {}) } as unknown as Record<string, string | null | undefined>
  for (const [name, label] of Object.entries(page.sum)) if (sums[name]) write.small(`${label}: ${sums[name]}`)
  write.heading('H2', page.how)
  write.paragraph(page.howText)
  write.code(address, { alt: paper.codeAlt, beside: [paper.code, address] })
  const footer = (at: number, pages: number) => [title, paper.page(at, pages), ...(demo ? [demo] : [])]
  const bytes = await write.finish((at, pages) => footer(at, pages).join(' · '))
  return { name: `${paper.file} ${number}-${lot}.pdf`, bytes }
}
