/** Every way by which words leave the site: what each gives to one reader, for tests that look for words in all of them. */
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { type ActingCtx, type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { composeLetter } from '#app/domain/notifications/composing.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { resultsOf } from '#app/domain/questionnaires/results.server.ts'
import { courseOf } from '#app/domain/reviews/course/course.server.ts'
import { positionsOf } from '#app/domain/reviews/inner/positions.server.ts'
import { listDrafts } from '#app/domain/reviews/listing.server.ts'
import { calendarOf, remarkFeed } from '#app/domain/reviews/news/feeding.server.ts'
import { reviewGlimpses } from '#app/domain/reviews/news/glimpsing.server.ts'
import { newsOf } from '#app/domain/reviews/news/news.server.ts'
import { draftBySlug, versionView } from '#app/domain/reviews/queries.server.ts'
import { fatesOf } from '#app/domain/reviews/remarks/fates.server.ts'
import { objectionsOf } from '#app/domain/reviews/remarks/objecting.server.ts'
import { threadOf } from '#app/domain/reviews/remarks/threads.server.ts'
import { summaryDocx, summaryXlsx } from '#app/domain/reviews/summary/exporting.server.ts'
import { summaryManifest } from '#app/domain/reviews/summary/manifest.server.ts'
import { printedOf, summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { summaryPdf } from '#app/domain/reviews/summary/summary-pdf.server.ts'
import { wordVersion } from '#app/domain/reviews/word/exporting.server.ts'
import { answerRows } from '#app/web/handlers/answer-rows.ts'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { notifications } from '#db/schema/index.ts'
import { searchAll } from '#search/engine.ts'
import { streamsOf, wordsOf } from '#test/support/pdf.ts'

const words = messagesOf('ru')
const all = { version: null, by: null }
const site = { config: { publicUrl: 'https://site.test' }, zone: 'Asia/Yekaterinburg' } as never
const printedDay = (date: Date) => date.toISOString()

/** Everything in a package of Office, unpacked. */
function unpacked(bytes: Uint8Array): string {
  const zip = Buffer.from(bytes)
  let [text, at] = ['', 0]
  for (
    at = zip.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    const head = zip.readUInt32LE(at + 42)
    const start = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
    const part = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    text += zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(part).toString() : part.toString()
  }
  return text
}

export type Place = { slug: string; id: string; number: number; staff: ActingCtx }

/** Every way by which words leave the site, for one reader. */
export async function outletsOf(
  ctx: Ctx,
  { slug, id, number, staff }: Place,
  found: readonly string[],
): Promise<Record<string, unknown>> {
  const state = await questionnaireByNumber(ctx, number)
  const desk = await questionnaireByNumber(staff, number)
  return {
    ...(await draftOutletsOf(ctx, { slug, id })),
    search: await Promise.all(found.map((one) => searchAll(ctx.db, viewerOf(ctx), one))).then((results) =>
      results.map(({ groups }) => groups),
    ),
    results: await resultsOf(ctx, state, all),
    answers: await answerRows(staff, desk, words.questionnaires, content().organisationTypes, 'ru'),
  }
}

/** Those of a draft alone. */
export async function draftOutletsOf(
  ctx: Ctx,
  { slug, id }: Pick<Place, 'slug' | 'id'>,
): Promise<Record<string, unknown>> {
  const shown = await draftBySlug(ctx, slug)
  const summary = await summaryShown(ctx, slug, words)
  const printed = printedOf(summary, words, printedDay, false)
  const file = {
    ...{ slug, number: 1, remarks: true, dataDir: '/nowhere', words },
    address: (path: string) => path,
  }
  return {
    page: await versionView(ctx, id, 1),
    thread: await threadOf(ctx, id, 1),
    feed: (await remarkFeed(ctx, 'https://site.test', slug)).body,
    calendar: (await calendarOf(ctx, 'https://site.test', slug)).body,
    course: await courseOf(ctx, shown),
    positions: await positionsOf(ctx, id),
    record: await Promise.all(
      (await versionView(ctx, id, 1)).remarks.map((one) => objectionsOf(ctx, one.id)),
    ),
    list: await listDrafts(ctx, { limit: 50 }),
    live: [...(await newsOf(ctx, new Map([[slug, 0]]))).values()],
    summary: [summary, printed, await summaryManifest(ctx, slug)],
    xlsx: unpacked(await summaryXlsx(printed)),
    docx: unpacked(summaryDocx(readFileSync('content/templates/summary.docx'), printed)),
    pdf: wordsOf(streamsOf(Buffer.from(await summaryPdf(printed, 'Сайт', () => '')))),
    word: unpacked(await (await wordVersion(ctx, file)).bytes()),
    fates: ctx.actor ? await fatesOf({ ...ctx, actor: ctx.actor }) : [],
  }
}

/** Names of the outlets in which the word is. */
export const said = (outlets: Record<string, unknown>, secret: string) =>
  Object.entries(outlets).flatMap(([name, out]) => (JSON.stringify(out).includes(secret) ? [name] : []))

/** Letters and digests of everything that anybody was ever told. */
export async function letters(db: ActingCtx['db'], now: Date): Promise<string> {
  const told = await db.select().from(notifications)
  const of = { leave: '', glimpses: reviewGlimpses, now }
  const written = await Promise.all(
    told.flatMap(({ id }) => [false, true].map((digest) => composeLetter(site, db, [id], { ...of, digest }))),
  )
  return JSON.stringify(written)
}
