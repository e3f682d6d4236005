import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { sha256 } from '#app/domain/canonical.ts'
import { templateFor, uploadTemplate } from '#app/domain/documents/templates.server.ts'
import { decide } from '#app/domain/reviews/decisions/deciding.server.ts'
import { summaryDocx } from '#app/domain/reviews/summary/exporting.server.ts'
import { summaryManifest } from '#app/domain/reviews/summary/manifest.server.ts'
import { printedOf, summaryShown } from '#app/domain/reviews/summary/printing.server.ts'
import { signaturesOf, signedFile, signSummary } from '#app/domain/reviews/summary/signing.server.ts'
import { publishedSummary, publishSummary } from '#app/domain/reviews/summary/summarising.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { test } from '#test/support/database.ts'
import { docxOf, paragraphsOf } from '#test/support/docx.ts'
import { shelf } from '#test/support/paper-shelf.ts'

const folder = await mkdtemp(join(tmpdir(), 'signed-'))
const scan = { name: 'сводка.pdf', bytes: new TextEncoder().encode('%PDF-1.7 подпись') }
const words = messagesOf('ru')

test('a signed copy: only by who publishes, only under a published summary, on a day that can be', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const { id, author } = await given.remark(draft)
  const desk = acts(draft.institute)
  const today = desk.actor.today
  const input = { signatory: 'Соловей Никита Лукич', post: 'ректор', day: today, ...scan }
  await expect(signSummary(desk, folder, draft.id, input)).rejects.toMatchObject({
    code: 'summary-unpublished',
  })
  await decide(desk, id, { decision: 'accepted', reason: '' })
  await publishSummary(desk, draft.id)
  await expect(signSummary(acts(author), folder, draft.id, input)).rejects.toMatchObject({
    code: 'forbidden',
  })
  for (const [wrong, problem] of [
    [{ day: '2001-01-01' }, { code: 'signed-day', field: 'day' }],
    [{ day: '2199-01-01' }, { code: 'signed-day', field: 'day' }],
    [{ signatory: '  ' }, { code: 'required', field: 'signatory' }],
    [{ bytes: new Uint8Array() }, { code: 'file-empty', field: 'file' }],
    [{ bytes: new TextEncoder().encode('<svg onload="alert(1)">') }, { code: 'file-type', field: 'file' }],
    [{ bytes: docxOf(['слова']) }, { code: 'file-type', field: 'file' }],
  ] as const)
    await expect(signSummary(desk, folder, draft.id, { ...input, ...wrong })).rejects.toMatchObject(problem)

  const summary = await publishedSummary(as(null), draft.id)
  expect(await signaturesOf(as(null), summary?.id ?? '')).toEqual([])
  const signature = await signSummary(desk, folder, draft.id, input)
  await signSummary(desk, folder, draft.id, { ...input, post: 'проректор' })
  expect(await signaturesOf(as(null), summary?.id ?? '')).toMatchObject([
    { signatory: 'Соловей Никита Лукич', post: 'ректор', day: today, detached: false },
    { post: 'проректор' },
  ])
  expect(await signedFile(as(null), draft.id, signature)).toMatchObject({ mediaType: 'application/pdf' })
  const other = await given.discussed()
  await expect(signedFile(as(null), other.id, signature)).rejects.toMatchObject({ code: 'not-found' })
})

test('a row leads from the words of the text to the remark, the decision and the words of today', async ({
  given,
  acts,
  as,
}) => {
  const draft = await given.discussed()
  const { id, number } = await given.remark(draft, { words: 'трёх', kind: 'proposal', replacement: 'пяти' })
  const desk = acts(draft.institute)
  await decide(desk, id, { decision: 'accepted', reason: 'Срок мал' })
  const { id: versionId } = await beginVersion(desk, draft.id)
  await saveVersion(desk, versionId, {
    doc: docFromPlain('1. Эксперт заполняет экспертный лист в течение пяти дней.').doc,
    edition: 1,
  })
  const seen = await seenAll(desk, draft.id, '')
  await publishVersion(desk, versionId, { answers: [{ remarkId: id }], ...seen })
  await publishSummary(desk, draft.id)
  const [row] = (await summaryShown(as(null), draft.slug, words)).rows
  expect(row).toMatchObject({
    remarkNumber: number,
    passage: 'трёх',
    proposed: 'пяти',
    landedIn: 2,
    was: expect.stringContaining('трёх'),
  })
  // The only unit of the new text was written anew: the one of before is gone, or it is the one that says «пяти».
  expect(row?.became).toMatch(/пяти|исключена/)
  expect(row?.source).toMatch(/^на сайте, получено \d\d\.\d\d\.\d{4}$/)

  const manifest = await summaryManifest(as(null), draft.slug)
  expect(sha256(manifest.summary.body)).toBe(manifest.summary.sha256)
  expect(manifest.rows).toEqual(
    manifest.summary.body.rows.map((one) => ({ number: one.number, sha256: sha256(one) })),
  )
  expect(manifest.versions.map(({ number }) => number)).toEqual([1, 2])
  await expect(summaryManifest(as(null), (await given.discussed()).slug)).rejects.toMatchObject({
    code: 'summary-unpublished',
  })
})

test("the developer's own template prints the summary", async ({ given, acts, as }) => {
  const draft = await given.discussed()
  await given.remark(draft, { words: 'Эксперт', body: 'Уточните {номер} и <w:t>' })
  const desk = acts(draft.institute)
  const { draft: shown } = await summaryShown(as(null), draft.slug, words)
  const own = docxOf(['Наш бланк. {проект}', '{#строки}{номер}) {замечание} — {решение}{/строки}'])
  const upload = { code: 'summary', organisationId: shown.developer.id, title: '', name: 'свод.docx' }
  await expect(
    uploadTemplate(desk, shelf, { ...upload, bytes: docxOf(['{зарплата}']) }),
  ).rejects.toMatchObject({
    code: 'template-words',
  })
  await uploadTemplate(desk, shelf, { ...upload, bytes: own })
  const template = await templateFor(as(null), shelf, 'summary', shown.developer.id)
  const printed = printedOf(await summaryShown(as(null), draft.slug, words), words, String, false)
  const text = paragraphsOf(summaryDocx(template.bytes, printed)).join('\n')
  expect(text).toContain('Наш бланк.')
  expect(text).toContain('без ответа')
  expect(text).toContain('Уточните {номер}')
})
