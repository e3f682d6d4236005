/**
 * The whole way of the Concept: from a DOCX through two rounds with 300 remarks of all kinds from 40 people, answers,
 * accepted proposals in the next text, places in each version, to the summary in its formats.
 */
import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { expect } from 'vitest'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { openDiscussion } from '#app/domain/reviews/course/discussing.server.ts'
import { decide, decisionsFor } from '#app/domain/reviews/decisions/deciding.server.ts'
import { createDraft } from '#app/domain/reviews/drafting.server.ts'
import { importFile } from '#app/domain/reviews/importing/importing.server.ts'
import { type draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { leaveRemark } from '#app/domain/reviews/remarks/remarking.server.ts'
import { summaryDocx, summaryXlsx } from '#app/domain/reviews/summary/exporting.server.ts'
import { printedOf, summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { summaryPdf } from '#app/domain/reviews/summary/summary-pdf.server.ts'
import { docFromMarkdown } from '#app/domain/reviews/texts/importing.ts'
import { applyProposals } from '#app/domain/reviews/versions/applying.server.ts'
import { suggestionsIn, workplaceOf } from '#app/domain/reviews/versions/suggestions.server.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import { versionDocx } from '#app/domain/reviews/word/document.ts'
import type { DocJson } from '#app/editor/check.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import type { RemarkKind } from '#content/types.ts'
import { test } from '#test/support/database.ts'
import { paragraphsOf } from '#test/support/docx.ts'
import { streamsOf, wordsOf } from '#test/support/pdf.ts'

const KINDS: RemarkKind[] = ['criticism', 'proposal', 'objection', 'question', 'proposal', 'support']
const PEOPLE = 40
const ROUNDS = [220, 80]

test('the Concept goes from a DOCX through two rounds to its summary, and no remark is lost', {
  timeout: 300_000,
}, async ({ given, acts, as }) => {
  const institute = await given.developer()
  const desk = acts(institute)
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => given.user()))
  const draft = await draftOf(desk, institute)

  const first = await speak(acts, people, { ...draft, count: ROUNDS[0] ?? 0, from: 0 })
  await answerAll(desk, first)
  const put = await putAllIn(desk, draft.id)
  expect(put).toBeGreaterThan(20)
  const second = await publishNext(desk, draft.id)
  const view = await versionView(as(null), draft.id, 2)
  expect(view.remarks.map(({ number }) => number)).toEqual(first.map(({ number }) => number))
  const of = (status: string) => view.remarks.filter(({ place }) => place?.status === status)
  for (const status of ['exact', 'edited', 'deleted'] as const)
    expect([status, of(status).length]).not.toEqual([status, 0])
  const texts = new Map(view.blocks.map(({ blockId, text }) => [blockId, text]))
  for (const { exact, place } of of('exact'))
    if (place && place.fromBlockId === place.toBlockId)
      expect(texts.get(place.fromBlockId)?.slice(place.fromOffset, place.toOffset)).toBe(exact)

  // what was put in stands with its own words, in the version it came with and in the next
  const accepted = of('edited').filter(
    ({ replacement, decision }) => replacement && decision?.decision === 'accepted',
  )
  expect(accepted.length).toBeGreaterThan(put / 2)
  for (const { place, replacement } of accepted)
    if (place && texts.get(place.fromBlockId)?.includes(replacement ?? ''))
      expect(texts.get(place.fromBlockId)?.slice(place.fromOffset, place.toOffset)).toBe(replacement)

  const later = await speak(acts, people, { ...second, count: ROUNDS[1] ?? 0, from: 1000 })
  const desk2 = acts(institute, '2026-03-14T09:00:00Z')
  await answerAll(desk2, later)
  await putAllIn(desk2, draft.id)
  await publishNext(desk2, draft.id)
  const third = await versionView(as(null), draft.id, 3)
  const still = new Set(
    third.remarks.flatMap(({ number, place }) => (place?.status === 'edited' ? [number] : [])),
  )
  expect(accepted.filter(({ number }) => !still.has(number)).length).toBeLessThan(5)
  await publishSummary(desk2, draft.id)
  await expectInFormats(as(null), draft.slug, first.length + later.length)
})

/** The Concept as a file of Word, read as any institute's file is. */
async function draftOf(desk: ActingCtx, institute: Actor) {
  const source = content().drafts.find(({ file }) => /(^|\/)concept\.md$/.test(file))?.body ?? ''
  const { bytes } = versionDocx({
    ...{ versionId: 'v', title: 'Концепция', head: '', foot: '', author: 'Институт', lang: 'ru' },
    ...{
      at: desk.now,
      doc: docFromMarkdown(source).doc,
      comments: [],
      images: new Map(),
      errata: new Map(),
      address: (path) => path,
    },
  })
  const { doc, losses } = await importFile({ name: 'Концепция.docx', bytes, changes: 'accept' })
  expect(losses.filter(({ kind }) => kind !== 'contents')).toEqual([])
  const made = await createDraft(desk, {
    ...{
      title: 'Концепция сообщества',
      kind: 'concept',
      ground: 'План',
      explanatoryNote: 'Проект',
      contact: 'Отдел',
    },
    developerId: institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? '',
    body: doc,
  })
  await publishVersion(desk, made.versionId)
  const stage = (kind: 'discussion' | 'processing', title: string, firstDay: string, lastDay: string) =>
    ({ kind, title, firstDay, lastDay }) as const
  await openDiscussion(desk, made.id, {
    process: 'public-discussion',
    stages: [
      { kind: 'notice', title: 'Уведомление', firstDay: '2026-02-25', lastDay: '2026-02-27' },
      stage('discussion', 'Обсуждение', '2026-02-28', '2026-03-12'),
      stage('processing', 'Работа с предложениями', '2026-03-13', '2026-03-22'),
    ],
  })
  return made
}

interface Speaking {
  id: string
  versionId: string
  count: number
  from: number
}
type Said = { id: string; number: number; kind: RemarkKind; at: number }

/** So many remarks of all kinds, on a word, some words, a unit or two units, by all in turn. */
async function speak(
  acts: (actor: Actor) => ActingCtx,
  people: readonly Actor[],
  { id, versionId, count, from }: Speaking,
): Promise<Said[]> {
  const said: Said[] = []
  const units = (await blocksOfVersion(acts(people[0] as Actor), versionId)).filter(
    ({ text, kind }) => text.length > 40 && kind !== 'note',
  )
  for (let at = 0; at < count; at += 1) {
    const kind = KINDS[at % KINDS.length] as RemarkKind
    const unit = units[(at * 37) % units.length]
    const words = [...(unit?.text.matchAll(/\S+/g) ?? [])]
    const [one, last] = [
      words[at % words.length],
      words[Math.min((at % words.length) + (at % 4), words.length - 1)],
    ]
    if (!unit || !one || !last) throw new Error('no words')
    const whole = at % 11 === 0 && kind !== 'proposal'
    const range = whole ? {} : { fromOffset: one.index, toOffset: last.index + last[0].length }
    const made = await leaveRemark(acts(people[at % people.length] as Actor), {
      ...{ draftId: id, versionId, kind, fromBlockId: unit.blockId, ...range },
      body: kind === 'support' ? '' : `Суждение ${from + at} об этом месте`,
      ...(kind === 'proposal' ? { replacement: `новые слова ${from + at}` } : {}),
    })
    said.push({ ...made, kind, at })
  }
  return said
}

async function answerAll(desk: ActingCtx, said: readonly Said[]): Promise<void> {
  for (const { id, kind, at } of said) {
    const may = decisionsFor(kind)
    if (may.length === 0) continue
    const decision = kind === 'proposal' && at % 3 !== 0 ? 'accepted' : may[at % may.length]
    if (decision) await decide(desk, id, { decision, reason: `Ответ на суждение ${at}` })
  }
}

/** Puts every accepted proposal that stands in nobody's way into the next text; returns how many. */
async function putAllIn(desk: ActingCtx, draftId: string): Promise<number> {
  const place = await workplaceOf(desk, draftId)
  if (!place) throw new Error('nothing published')
  const free = (await suggestionsIn(desk, draftId, place)).filter(
    ({ remark, edit, meets }) => edit && meets.length === 0 && remark.decision?.decision === 'accepted',
  )
  const proposals = free.map(({ remark }) => ({ remarkId: remark.id }))
  await applyProposals(desk, draftId, { base: place.base.number, edition: 0, proposals })
  return proposals.length
}

/** Besides the proposals some paragraphs are left out; then the version comes out. */
async function publishNext(desk: ActingCtx, draftId: string): Promise<{ id: string; versionId: string }> {
  const place = await workplaceOf(desk, draftId)
  const next = place?.next ?? {
    ...(await beginVersion(desk, draftId)),
    edition: 1,
    body: place?.base.body as DocJson,
  }
  const paragraphs = next.body.content.flatMap(({ type }, at) => (type === 'paragraph' ? [at] : []))
  const middle = Math.floor(paragraphs.length / 2)
  const gone = new Set(paragraphs.slice(middle, middle + 8))
  const doc = { ...next.body, content: next.body.content.filter((_, at) => !gone.has(at)) }
  await saveVersion(desk, next.id, { doc, edition: next.edition })
  await publishVersion(desk, next.id, await seenAll(desk, draftId, 'Абзацы повторяли сказанное'))
  return { id: draftId, versionId: next.id }
}

/** Every remark stands in the page's rows, the workbook, the document and the print. */
async function expectInFormats(
  ctx: Parameters<typeof draftBySlug>[0],
  slug: string,
  count: number,
): Promise<void> {
  const words = messagesOf('ru')
  const shown = await summaryShown(ctx, slug, words)
  const printed = printedOf(shown, words, (date) => date.toISOString().slice(0, 10), false)
  expect(shown.rows.map(({ number }) => Number(number)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: count }, (_, at) => at + 1),
  )
  const bodies = shown.rows.flatMap(({ body }) => body.match(/Суждение \d+/) ?? [])
  expect(bodies.length).toBeGreaterThan(count / 2)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await summaryXlsx(printed)).buffer as ArrayBuffer)
  let sheet = ''
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => (sheet += `${cell.text}\n`)))
  const docx = paragraphsOf(summaryDocx(await readFile('content/templates/summary.docx'), printed)).join('\n')
  const pdf = wordsOf(
    streamsOf(Buffer.from(await summaryPdf(printed, 'Сайт', (page, pages) => `${page}/${pages}`))),
  )
  for (const words of bodies)
    expect([
      words,
      sheet.includes(words),
      docx.includes(words),
      pdf.replaceAll(/\s+/g, ' ').includes(words),
    ]).toEqual([words, true, true, true])
}
